import { Controller, Get, Header } from '@nestjs/common';
import { Access } from '../http/access.decorator.js';
import { projectVersion } from '../project-version.js';
import { describeApi } from './describe-api.js';

/** Which routes there are is no secret: the source is public. */
@Controller()
@Access('anyone')
export class OpenApiController {
  private readonly document = describeApi(projectVersion);

  @Get('/api/v1/openapi.json')
  @Header('cache-control', 'no-cache')
  openApi() {
    return this.document;
  }
}
