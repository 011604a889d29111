-- `execute … into` leaves `found` alone, so that a case without its number was never noticed.
create or replace function number_is_given() returns trigger language plpgsql as $$
declare missing boolean;
begin
  execute format('select number is null and state <> ''draft'' from %I where id = $1', tg_table_name) into missing using new.id;
  if missing then raise exception '% without a number', tg_table_name using errcode = 'check_violation'; end if;
  return null;
end $$;
