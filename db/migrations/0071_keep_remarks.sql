-- What a bureau says to those who work on an entry is for the creators whom the entry concerns, and for no other creator.
alter policy reads on event_words using (organization_id = app_org() or regulates(noun, subject_id)
  or (audience = 'case' and app_kind() <> 'visitor' and sees_case(noun, subject_id)
    and (app_kind() <> 'creator' or noun <> 'blacklist' or entry_concerns(subject_id, app_org())))
  or (audience = 'everyone' and sees_case(noun, subject_id)));
