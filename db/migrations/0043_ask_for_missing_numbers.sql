-- Whether a case has its number is asked at commit of those alone that were written without one; of thousands that have theirs from the start nothing is asked.
do $$
declare held record;
begin
  for held in select tgrelid::regclass as name from pg_trigger where tgname = 'number_is_given' and not tgisinternal loop
    execute format('drop trigger number_is_given on %s', held.name);
    execute format('create constraint trigger number_is_given after insert or update of state, number on %s deferrable initially deferred for each row when (new.number is null) execute function number_is_given()', held.name);
  end loop;
end $$;
