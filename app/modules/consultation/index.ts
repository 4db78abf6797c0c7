export {
  isLegalSlug,
  LEGAL_LIMIT,
  LEGAL_SLUGS,
  legalBodySchema,
  type LegalPage,
  type LegalSlug,
} from "./legal";
export { lineField, problemsOf, textField, typed, type Problem } from "./input";
export { canSee, resultsVisible } from "./policy";
export { instantField, REF, RESERVED_REFS, roadmapSchema, type RoadmapFile } from "./roadmap";
export { isOpen, phaseOf, placeOf, treeOf } from "./rules";
export { excerptOf, SEARCH_LIMIT, type Excerpt, type Search } from "./search";
export {
  ITEM_KINDS,
  type Consultation,
  type Item,
  type ItemKind,
  type ItemNode,
  type ItemPage,
  type ItemText,
  type Opens,
  type Phase,
  type Roadmap,
} from "./types";
