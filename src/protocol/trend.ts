/** The Runs editor's tab Trend and its host. */
import type { Trend, TrendRequest } from "../core/model/trend.ts";

export interface TrendHost {
  trend(request: TrendRequest): Promise<Trend>;
}

export type { Trend, TrendRequest };
