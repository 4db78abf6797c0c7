-- What modules further right read of consultations and of their items.
CREATE VIEW consultation_facts AS
  SELECT id, slug, title, status, time_zone, opens_at, closes_at, results_shown, demonstration, pseudonym_key FROM consultation;
CREATE VIEW item_facts AS
  SELECT id, consultation_id, parent_id, ref, kind, number, title, body, position, opens_vote, opens_stars, opens_comments, version
  FROM item;
-- The figures that are kept with every voice.
CREATE VIEW tally_facts AS
  SELECT item_id, region, stakeholder, channel, participants, for_count, mixed_count, against_count,
         stars1, stars2, stars3, stars4, stars5, comments
  FROM tally;
CREATE VIEW turnout_facts AS SELECT consultation_id, region, stakeholder, participants FROM turnout;
