export default {
  help: `npm run concertation -- COMMAND

  import-roadmap FILE.json                       creates a consultation, or updates it by "ref"
  import-stages FILE.json                        the stages of a tour and their testimonies
  import-questionnaire SLUG STAGE FILE.json      the questionnaire of a stage; tells its code and its links
  import-contributions SLUG FILE.csv             contributions gathered elsewhere (paper, meeting, another site)
      --dry-run                                  counts, and writes nothing to the database
  export SLUG --format csv --out FILE            all contributions
  export SLUG --format json --out FILE           the results as the public sees them
      --all                                      with small cells: not for publication
  recount SLUG                                   recomputes every published figure; exit 1 when one is off
  create-staff EMAIL --role ROLE… [--consultation SLUG]
                                                 gives roles on the staff, everywhere or in one consultation
      roles: organiser, moderator, editor, administrator
  revoke-staff EMAIL [--role ROLE…] [--consultation SLUG]
                                                 takes these roles away, or all; exit 1 if there was nothing to take
  backup FILE                                    the whole database in one file
  restore FILE                                   replaces the whole database by that file

Exit codes: 0 done; 1 the answer is no; 2 could not run.
Run the commands in the project's folder. Without DATABASE_URL, stop the server first.`,
  usage: {
    none: "Name a command. To list them: npm run concertation -- help",
    unknown: "Unknown command: {{name}}. To list them: npm run concertation -- help",
    "import-roadmap": "Usage: import-roadmap FILE.json",
    "import-stages": "Usage: import-stages FILE.json",
    "import-questionnaire": "Usage: import-questionnaire SLUG STAGE FILE.json",
    "import-contributions": "Usage: import-contributions SLUG FILE.csv [--dry-run]",
    export: "Usage: export SLUG --format csv|json --out FILE [--all]",
    recount: "Usage: recount SLUG",
    "create-staff":
      "Usage: create-staff EMAIL --role organiser|moderator|editor|administrator [--role …] [--consultation SLUG]",
    "revoke-staff": "Usage: revoke-staff EMAIL [--role …] [--consultation SLUG]",
    backup: "Usage: backup FILE",
    restore: "Usage: restore FILE",
  },
  progress: {
    rows: "{{rows}} rows, {{speed}}/s",
  },
  failure: {
    unknown: "The command did not succeed: {{message}}",
    full: "There is no space left on the disk.",
    others_one: "(and {{count}} more problem)",
    others_other: "(and {{count}} more problems)",
  },
  file: {
    missing: "{{file}}: there is no such file.",
    folder: "{{file}} is a folder; a file is expected.",
    denied: "{{file}}: this account may neither read nor write it.",
    full: "{{file}}: there is no space left on the disk.",
    "not-utf8": "{{file}}: this file is not UTF-8.",
    json: "{{file}}: this JSON is broken, {{place}}.",
    place: "line {{line}}, column {{column}}",
  },
  roadmap: {
    created: 'Consultation "{{slug}}" created.',
    updated: 'Consultation "{{slug}}" updated.',
    "created-items_one": "{{count}} item created",
    "created-items_other": "{{count}} items created",
    "updated-items_one": "{{count}} item changed:",
    "updated-items_other": "{{count}} items changed:",
    "unchanged-items_one": "{{count}} item unchanged",
    "unchanged-items_other": "{{count}} items unchanged",
    "removed-items_one": "{{count}} item removed:",
    "removed-items_other": "{{count}} items removed:",
    "kept-items_one": "{{count}} item absent from the file, kept because people spoke about it:",
    "kept-items_other": "{{count}} items absent from the file, kept because people spoke about them:",
  },
  stages: {
    done: 'Stages of "{{slug}}" saved. Created: {{created}}; updated: {{updated}}.',
  },
  questionnaire: {
    done: "Questionnaire of “{{event}}” written. Questions created: {{created}}; updated: {{updated}}; removed: {{removed}}.",
    kept_one: "{{count}} question absent from the file, kept because it has answers:",
    kept_other: "{{count}} questions absent from the file, kept because they have answers:",
    code: "Code: {{code}}",
    join: "Take part: {{address}}",
    console: "Console: {{address}}",
    screen: "Screen (secret link): {{address}}",
  },
  import: {
    forbidden: "Only the operator and administrators import contributions.",
    "no-header": "The first line must name the columns, in UTF-8: {{columns}}",
    "missing-columns": "Columns missing from the first line: {{columns}}",
    "foreign-columns": "Columns that are unknown, or named twice: {{columns}}",
    changed:
      "The consultation's dates changed during the import. What was kept stays kept; run the command again.",
    done: "Rows read in {{seconds}} s: {{rows}}. Imported: {{imported}}; known already: {{known}}; rejected: {{rejected}}.",
    would:
      "Dry run, nothing is written. Rows read in {{seconds}} s: {{rows}}. To import: {{imported}}; known already: {{known}}; to reject: {{rejected}}.",
    rejects_one: "The rejected row, and why: {{file}}",
    rejects_other: "The rejected rows, and why: {{file}}",
  },
  rows: {
    "too-long": "line too long (more than 256 KB)",
    "not-utf8": "unreadable: the line is not UTF-8",
    quotes: "quotes that do not close or stand inside a cell",
    columns: "not as many cells as the first line",
    id: "id: 1 to 200 characters expected",
    participant: "participant: 1 to 200 characters expected",
    reference: 'reference: the consultation has no item "{{reference}}"',
    channel: "canal: online, event or paper expected",
    region: "region: the code of one of the 18 regions, unknown or nothing expected",
    stakeholder: "categorie: a known category, unknown or nothing expected",
    position: "position: for, mixed, against or nothing expected",
    etoiles: "etoiles: a number from 1 to 5 or nothing expected",
    empty: "neither position, nor stars, nor comment",
    instant: "depose_le: a date expected, such as 2023-02-14 or 2023-02-14T15:30:00+01:00",
    future: "depose_le: this date is yet to come",
    "before-opening": "depose_le: before the consultation opened",
    "after-closing": "depose_le: after the consultation closed; only paper is accepted after it",
  },
  export: {
    forbidden: "Only the operator and administrators export contributions.",
    "unknown-format": "Unknown format: {{format}}. Possible formats: {{formats}}",
    "all-is-json": "--all is for --format json only: the CSV holds every contribution already.",
    contributions_one: "{{rows}} row written in {{seconds}} s to {{file}}",
    contributions_other: "{{rows}} rows written in {{seconds}} s to {{file}}",
    results_one: "Public results of {{count}} item in {{file}}",
    results_other: "Public results of {{count}} items in {{file}}",
    "all-results_one":
      "Full results of {{count}} item in {{file}}. They show small cells: do not publish them.",
    "all-results_other":
      "Full results of {{count}} items in {{file}}. They show small cells: do not publish them.",
  },
  recount: {
    forbidden: "Only the operator and administrators recount.",
    right: "{{figures}} figures recounted in {{seconds}} s: all exact.",
    wrong_one: "{{figures}} figures recounted in {{seconds}} s: {{count}} is wrong.",
    wrong_other: "{{figures}} figures recounted in {{seconds}} s: {{count}} are wrong.",
    more_one: "… and {{count}} more.",
    more_other: "… and {{count}} more.",
    difference: "{{figure}} {{place}}: published {{published}}, recounted {{counted}}",
    figures: {
      tally: "Result",
      turnout: "Participants",
      participant: "A person's opinions",
      voice: "Opinion",
      supports: "Supports",
    },
  },
  staff: {
    created: "Account {{email}} created, role {{role}}. Password, shown this once: {{password}}",
    promoted: "The account {{email}} now has the role {{role}}; its password stays its own.",
    in: "{{role}} ({{consultation}})",
    revoked: "The account {{email}} no longer has the role {{role}}.",
    nothing: "The account {{email}} had none of these roles.",
  },
  backup: {
    done: "Rows backed up in {{seconds}} s to {{file}}: {{rows}}. This file holds personal data: keep it safe.",
  },
  restore: {
    done: "Rows restored in {{seconds}} s from {{file}}: {{rows}}.",
    "not-a-backup": "This file is not a backup. Nothing was changed.",
    "cut-short": "This backup is incomplete: its end is missing. Nothing was changed.",
    damaged: "This backup is damaged. Nothing was changed.",
    changed: "The backup changed while it was restored. Nothing was changed in the database.",
    "other-version":
      "This backup comes from a newer version of the software: update this one first. Nothing was changed.",
  },
};
