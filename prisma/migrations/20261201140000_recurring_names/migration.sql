-- What recurs has a row per name: under these, no process takes it any more. Under their new names they are set anew.
DELETE FROM "job" WHERE "key" IN ('forget', 'forget-failed-jobs');
