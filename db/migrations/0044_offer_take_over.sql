-- What an overdue report offers 总局 from now on, on the rows that wait already.
update waiting set step = 'take_over' where noun = 'violation' and step = 'escalate';--> statement-breakpoint
update waiting set escalates_step = 'take_over' where noun = 'violation' and escalates_step is not null;
