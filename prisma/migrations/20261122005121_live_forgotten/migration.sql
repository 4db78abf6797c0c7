-- CreateIndex
CREATE INDEX "live_respondent_key_idx" ON "live_respondent"("key");

-- Whoever deletes their account has answered no poll by name any more; what they said stays counted.
CREATE FUNCTION account_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE live_respondent SET key = 'x' || id WHERE key = 'a' || OLD.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER account_forgotten AFTER DELETE ON "account" FOR EACH ROW EXECUTE FUNCTION account_forgotten();
