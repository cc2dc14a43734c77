import { Module } from '@nestjs/common';
import { ChangeMapService } from './change-map.service.js';
import { FindDistrictService } from './find-district.service.js';
import { ReadMapService } from './read-map.service.js';

const SERVICES = [ReadMapService, ChangeMapService, FindDistrictService];

/** Needs SHIPPED_GAZETTEER from a global module of the application. */
@Module({ providers: SERVICES, exports: SERVICES })
export class RegionMapModule {}
