CREATE INDEX "entries_standing" ON "blacklist_entries" USING btree ("state","opened_at","id");--> statement-breakpoint
CREATE INDEX "proposals_on_violation" ON "blacklist_proposals" USING btree ("violation_id");--> statement-breakpoint
CREATE INDEX "entries_of_drama" ON "blacklist_subjects" USING btree ("drama_id");--> statement-breakpoint
CREATE INDEX "entries_of_mini_program" ON "blacklist_subjects" USING btree ("mini_program_id");--> statement-breakpoint
CREATE INDEX "dramas_of_first" ON "dramas" USING btree ("same_as_id") WHERE "dramas"."same_as_id" is not null;--> statement-breakpoint
CREATE INDEX "penalties_by_name" ON "penalties" USING btree ("target_name");--> statement-breakpoint
CREATE INDEX "penalties_by_rung" ON "penalties" USING btree ("rung","opened_at","id");--> statement-breakpoint
CREATE INDEX "bans_in_force" ON "penalties" USING btree ("target_id") WHERE "penalties"."rung" = 'P9' and "penalties"."state" in ('active', 'recorded');--> statement-breakpoint
CREATE INDEX "rectifications_standing" ON "rectifications" USING btree ("state","opened_at","id");--> statement-breakpoint
CREATE INDEX "registrations_standing" ON "registrations" USING btree ("state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "orders_open_newest" ON "takedown_orders" USING btree ("opened_at","id") WHERE "takedown_orders"."state" in ('issued', 'objected', 'reappeared');--> statement-breakpoint
CREATE INDEX "orders_late" ON "takedown_orders" USING btree ("opened_at","id") WHERE "takedown_orders"."late";--> statement-breakpoint
CREATE INDEX "orders_reappeared" ON "takedown_orders" USING btree ("opened_at","id") WHERE "takedown_orders"."reappeared_at" is not null;--> statement-breakpoint
CREATE INDEX "violations_standing" ON "violations" USING btree ("state","filed_at","id");--> statement-breakpoint
CREATE INDEX "violations_before_bureau" ON "violations" USING btree ("bureau_id","state","filed_at","id");