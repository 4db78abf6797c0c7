-- What polls read of stages.
CREATE VIEW stage_facts AS
  SELECT s.id, s.consultation_id, s.slug, s.title, s.city, s.region,
         (SELECT count(*)::int FROM testimony AS t WHERE t.stage_id = s.id) AS testimonies
  FROM stage AS s;

-- Texts of polls stand as comments do: withdrawal is the author's, publication is moderation's. That the room was given an
-- answer is neither.
ALTER TABLE "poll_text"
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3),
  ADD COLUMN "publication" TEXT NOT NULL DEFAULT 'published',
  ADD COLUMN "masks" int4multirange NOT NULL DEFAULT '{}'::int4multirange,
  ADD COLUMN "answered" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "poll_text_publication" CHECK ("publication" IN ('pending', 'published', 'refused'));

UPDATE "poll_text" SET
  "publication" = CASE "status" WHEN 'pending' THEN 'pending' WHEN 'hidden' THEN 'refused' ELSE 'published' END,
  "answered" = "status" = 'answered'
WHERE "status" <> 'visible';

-- With it goes its check.
ALTER TABLE "poll_text" DROP COLUMN "status";

-- Texts of polls as others than their authors read them. Organisers read what is not `readable` too, to judge it.
CREATE VIEW poll_text_as_read AS
  SELECT id, question_id, round, respondent_id, setting, supports, at,
         standing(publication, withdrawn_at) AS standing,
         is_readable(publication, withdrawn_at) AS readable,
         is_readable(publication, withdrawn_at) AND answered AS answered,
         withdrawn_at IS NULL AS took_part,
         readable_text(body, masks) AS text
  FROM poll_text;
