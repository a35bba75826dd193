-- The program of the landing before takes any message out of the queue, and sends one whose kind it does not know as another
-- one: who is asked to join an answer as an invitation to the hearing. While it serves beside this one, such a message stays
-- where it is for this one to take. From here on a program asks for the kinds alone that it knows.
create function leave_to_later() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('application_name') in ('partnership', 'partnership-2') then
    return null;
  end if;
  return new;
end $$;
create trigger delivery_of_later before update of state on delivery for each row
  when (old.state = 'queued' and new.state = 'sending' and new.message not in ('greeting', 'hearingInvitation',
    'hearingReminder', 'deadlineExtended', 'namedInJointAnswer', 'voteOpened', 'voteResult', 'ballotRecorded', 'seatReplaced',
    'findTime', 'meetingCalled', 'meetingChanged', 'meetingCancelled'))
  execute function leave_to_later();
