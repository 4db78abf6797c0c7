-- What is readable and what counts is said here, once. Withdrawal is the author's; publication is moderation's.
-- Bodies that are parsed now, not texts: an index is built without a search path by which they would find each other.
CREATE FUNCTION standing(publication text, withdrawn_at timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN withdrawn_at IS NULL THEN publication ELSE 'withdrawn' END;
CREATE FUNCTION is_readable(publication text, withdrawn_at timestamptz) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN withdrawn_at IS NULL AND publication = 'published';
-- What moderation refused was said, and counts; what waits for it does not yet.
CREATE FUNCTION is_counted(publication text, withdrawn_at timestamptz) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN withdrawn_at IS NULL AND publication IN ('published', 'refused');

-- Passages [from, to) of a text, in characters from 0, each shown as one mark, which does not tell how long it was.
CREATE FUNCTION mask_passages(body text, masks int4multirange) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(string_agg(
    CASE WHEN masks @> piece THEN '▇▇▇' ELSE substr(body, lower(piece) + 1, upper(piece) - lower(piece)) END,
    '' ORDER BY piece), '')
  FROM (
    SELECT unnest(masks * int4multirange(int4range(0, char_length(body)))) AS piece
    UNION ALL
    SELECT unnest(int4multirange(int4range(0, char_length(body))) - masks)
  ) AS pieces;
END;
CREATE FUNCTION readable_text(body text, masks int4multirange) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN isempty(masks) THEN body ELSE mask_passages(body, masks) END;
-- What everybody may read of a text; null when that is nothing.
CREATE FUNCTION text_as_read(publication text, withdrawn_at timestamptz, body text, masks int4multirange) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN is_readable(publication, withdrawn_at) THEN readable_text(body, masks) END;

ALTER TABLE "comment"
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3),
  ADD COLUMN "publication" TEXT NOT NULL DEFAULT 'published',
  ADD COLUMN "masks" int4multirange NOT NULL DEFAULT '{}'::int4multirange,
  ADD CONSTRAINT "comment_publication" CHECK ("publication" IN ('pending', 'published', 'refused'));

-- No figure moves, so nothing is counted anew. When somebody withdrew was not kept: not before their last word.
ALTER TABLE "comment" DISABLE TRIGGER USER;
UPDATE "comment" SET
  "withdrawn_at" = CASE "status" WHEN 'withdrawn' THEN greatest("created_at", "edited_at") END,
  "publication" = CASE "status" WHEN 'hidden' THEN 'refused' ELSE 'published' END
WHERE "status" <> 'visible';
ALTER TABLE "comment" ENABLE TRIGGER USER;

-- With it go its check and the index of search.
ALTER TABLE "comment" DROP COLUMN "status";

-- Comments as everybody reads them. `body` is sealed: what is shown, searched or handed on is `text`.
CREATE VIEW comment_as_read AS
  SELECT id, consultation_id, item_id, participant_id, parent_id, channel, supports, created_at, edited_at,
         standing(publication, withdrawn_at) AS standing,
         is_readable(publication, withdrawn_at) AS readable,
         is_counted(publication, withdrawn_at) AS counted,
         text_as_read(publication, withdrawn_at, body, masks) AS text,
         NOT isempty(masks) AS masked
  FROM comment;

CREATE INDEX "comment_search" ON "comment"
  USING gin (to_tsvector('french', fold(text_as_read("publication", "withdrawn_at", "body", "masks"))))
  WHERE is_readable("publication", "withdrawn_at");

-- Comments that count are part of their author's voice on the item.
CREATE OR REPLACE FUNCTION comment_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE olds comment[]; news comment[];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT array_agg(o::comment) INTO olds FROM old_rows AS o WHERE is_counted(o.publication, o.withdrawn_at);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    SELECT array_agg(n::comment) INTO news FROM new_rows AS n WHERE is_counted(n.publication, n.withdrawn_at);
  END IF;
  IF olds IS NULL AND news IS NULL THEN RETURN NULL; END IF;
  INSERT INTO voice AS v (participant_id, item_id, consultation_id, region, stakeholder,
                          comments_online, comments_event, comments_paper)
  SELECT p.id, c.item_id, p.consultation_id, p.region, p.stakeholder, c.online, c.event, c.paper
  FROM (
    SELECT participant_id, item_id, sum(sign * (channel = 'online')::int) AS online,
           sum(sign * (channel = 'event')::int) AS event, sum(sign * (channel = 'paper')::int) AS paper
    FROM (SELECT -1 AS sign, o.* FROM unnest(olds) AS o UNION ALL SELECT 1, n.* FROM unnest(news) AS n) AS signed
    GROUP BY participant_id, item_id
  ) AS c JOIN participant AS p ON p.id = c.participant_id
  WHERE (c.online, c.event, c.paper) <> (0, 0, 0)
  ORDER BY 1, 2
  ON CONFLICT (participant_id, item_id) DO UPDATE SET
    comments_online = v.comments_online + excluded.comments_online,
    comments_event = v.comments_event + excluded.comments_event,
    comments_paper = v.comments_paper + excluded.comments_paper;
  RETURN NULL;
END
$$;
