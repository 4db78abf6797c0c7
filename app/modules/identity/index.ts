export { ANONYMOUS, isStaff, OPERATOR, ROLES, type AccountActor, type Actor, type Role } from "./actor";
export { findRegion, REGIONS, REGION_CODES, regionSchema, STAKEHOLDERS, stakeholderSchema, UNKNOWN, type Region } from "./regions";
