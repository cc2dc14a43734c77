import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { ContactsController } from './contacts.controller.js';
import { DescribeContactService } from './describe-contact.service.js';

@Module({
  imports: [CaseworkModule],
  controllers: [ContactsController],
  providers: [DescribeContactService],
})
export class ContactsModule {}
