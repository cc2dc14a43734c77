import { Module } from '@nestjs/common';
import { RegionMapModule } from '@app/region-map';
import { MapController } from './map.controller.js';

@Module({ imports: [RegionMapModule], controllers: [MapController] })
export class MapModule {}
