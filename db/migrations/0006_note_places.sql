CREATE TABLE "violation_place_notes" (
	"violation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "violation_place_notes_violation_id_position_pk" PRIMARY KEY("violation_id","position")
);
--> statement-breakpoint
ALTER TABLE "blacklist_names" ADD COLUMN "sound" text;--> statement-breakpoint
ALTER TABLE "violation_filings" ADD COLUMN "cited_entry_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "violation_place_notes" ADD CONSTRAINT "violation_place_notes_violation_id_violations_id_fk" FOREIGN KEY ("violation_id") REFERENCES "public"."violations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blacklist_names_sound" ON "blacklist_names" USING btree ("sound");--> statement-breakpoint
ALTER TABLE "violation_places" DROP COLUMN "note";