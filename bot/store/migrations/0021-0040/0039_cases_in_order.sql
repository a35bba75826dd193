-- A page of cases is read in the order in which it is shown; those under way apart from those that are over.
create index revision_order on revision ((-year), length(ref), ref);
create index revision_under_way on revision ((-year), length(ref), ref)
  where state not in ('approved', 'published', 'rejected', 'withdrawn');
