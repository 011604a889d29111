CREATE TABLE "reported_names" (
	"drama_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"grams" text[] NOT NULL,
	"sound" text,
	CONSTRAINT "reported_names_drama_id_kind_name_pk" PRIMARY KEY("drama_id","kind","name")
);
--> statement-breakpoint
ALTER TABLE "reported_names" ADD CONSTRAINT "reported_names_drama_id_dramas_id_fk" FOREIGN KEY ("drama_id") REFERENCES "public"."dramas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reported_names_grams" ON "reported_names" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "reported_names_sound" ON "reported_names" USING btree ("sound");