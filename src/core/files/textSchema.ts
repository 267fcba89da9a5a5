import { FAILSAFE_SCHEMA, nullCoreTag } from "js-yaml";

/**
 * Every scalar is text, plain null is null: core YAML would turn the run name `1e-3` into 0.001. Tags of programs
 * (`!!python/…`, `!!js/…`) are errors.
 */
export const TEXT_SCHEMA = FAILSAFE_SCHEMA.withTags(nullCoreTag);
