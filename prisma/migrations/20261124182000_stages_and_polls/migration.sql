-- Stages and polls go by their own names; every row stays where it is.

ALTER TABLE "event" RENAME TO "stage";
ALTER TABLE "stage" RENAME COLUMN "stage" TO "number";
ALTER TABLE "testimony" RENAME COLUMN "event_id" TO "stage_id";

ALTER TABLE "live_state" RENAME TO "poll";
ALTER TABLE "poll" RENAME COLUMN "event_id" TO "stage_id";
ALTER TABLE "live_question" RENAME TO "poll_question";
ALTER TABLE "poll_question" RENAME COLUMN "event_id" TO "stage_id";
ALTER TABLE "live_respondent" RENAME TO "poll_respondent";
ALTER TABLE "poll_respondent" RENAME COLUMN "event_id" TO "stage_id";
ALTER TABLE "live_answer" RENAME TO "poll_answer";
ALTER TABLE "live_text" RENAME TO "poll_text";
ALTER TABLE "live_text_support" RENAME TO "poll_text_support";
ALTER TABLE "live_presence" RENAME TO "poll_presence";
ALTER TABLE "poll_presence" RENAME COLUMN "event_id" TO "stage_id";

-- Constraints, indexes and sequences are called after their tables and columns.
DO $$
DECLARE
  renamed record;
BEGIN
  FOR renamed IN
    SELECT conrelid::regclass AS relation, conname AS old, n.name AS new FROM pg_constraint CROSS JOIN LATERAL (
      SELECT replace(regexp_replace(regexp_replace(regexp_replace(conname, '^live_state', 'poll'), '^live_', 'poll_'), '^event_', 'stage_'), '_event_id', '_stage_id')
    ) AS n (name)
    WHERE conrelid::regclass::text IN ('stage', 'testimony', 'poll', 'poll_question', 'poll_respondent', 'poll_answer', 'poll_text', 'poll_text_support', 'poll_presence')
      AND conname <> n.name
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', renamed.relation, renamed.old, renamed.new);
  END LOOP;
  FOR renamed IN
    SELECT relkind, relname AS old, n.name AS new FROM pg_class CROSS JOIN LATERAL (
      SELECT replace(regexp_replace(regexp_replace(regexp_replace(relname, '^live_state', 'poll'), '^live_', 'poll_'), '^event_', 'stage_'), '_event_id', '_stage_id')
    ) AS n (name)
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('i', 'S')
      AND (relname ~ '^(live|event)_' OR relname ~ '^testimony_event_id') AND relname <> n.name
  LOOP
    EXECUTE format('ALTER %s %I RENAME TO %I', CASE renamed.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'INDEX' END, renamed.old, renamed.new);
  END LOOP;
END
$$;

-- Where an answer was given is its setting; a channel is how a voice came to the consultation.
ALTER TABLE "poll_answer" DROP CONSTRAINT "poll_answer_channel";
ALTER TABLE "poll_answer" RENAME COLUMN "channel" TO "setting";
UPDATE "poll_answer" SET "setting" = 'room' WHERE "setting" = 'event';
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_setting" CHECK ("setting" IN ('room', 'online'));
ALTER TABLE "poll_text" DROP CONSTRAINT "poll_text_channel";
ALTER TABLE "poll_text" RENAME COLUMN "channel" TO "setting";
UPDATE "poll_text" SET "setting" = 'room' WHERE "setting" = 'event';
ALTER TABLE "poll_text" ADD CONSTRAINT "poll_text_setting" CHECK ("setting" IN ('room', 'online'));

-- Whoever deletes their account has answered no poll by name any more; what they said stays counted.
DROP TRIGGER account_forgotten ON "account";
DROP FUNCTION account_forgotten();
CREATE FUNCTION poll_respondent_anonymised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE poll_respondent SET key = 'x' || id WHERE key = 'a' || OLD.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER poll_respondent_anonymised AFTER DELETE ON "account" FOR EACH ROW EXECUTE FUNCTION poll_respondent_anonymised();
