"""The resource `jobs`: Follow work that runs in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import operations
from .._runtime.jobs import AsyncJobsExtra, JobsExtra
from .._runtime.resource import AsyncResource, Resource
from ..types.common import IsoDate
from ..types.jobs import Job, JobAction, JobList, JobStatusFilter, JobTypeFilter

if TYPE_CHECKING:
    from datetime import date

    from .._runtime.config import RequestOptions
    from .._runtime.paging import AsyncPager, Page

__all__ = ["AsyncJobs", "Jobs"]


class Jobs(JobsExtra, Resource):
    """Follow work that runs in the background."""

    __slots__ = ()

    def list(
        self,
        *,
        status: JobStatusFilter | None = None,
        type: JobTypeFilter | None = None,
        types: Sequence[JobTypeFilter] | str | None = None,
        author_id: str | None = None,
        workflow_id: str | None = None,
        hide_results: bool | None = None,
        created_after: IsoDate | date | None = None,
        updated_after: IsoDate | date | None = None,
        page_size: int | None = None,
        pagination_token: str | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Job, JobList]:
        """List jobs.

        Jobs of the project, in pages. They are ordered by creation date, and by update date as soon as `status`,
        `type`, `types` or `workflow_id` is given; the direction is not documented.

        **Pages.** A page may hold fewer rows than `page_size`, or none at all, while `nextPaginationToken` is there: go
        on until it is absent. An empty page is not the end.

        **Window.** With `author_id`, or with `hide_results=false`, only the last 30 days are searched, by the date that
        the list is ordered by. `created_after` or `updated_after` replaces that window.

        GET /jobs. Changes nothing and costs nothing.

        Conditions:
            - With types, type is ignored; on assets and models the two may not be given together.
            - created_after is only for lists ordered by creation date, without these filters.
            - updated_after needs one of the filters that created_after forbids, so the two never go together.

        Args:
            status: Only jobs in this state. Orders the list by update date. [one of "pending", "queued", "warming-up",
                "in-progress", "finalizing", "success", "failure", "canceled"]
            type: Only jobs of this kind; without effect when `types` is given. Orders the list by update date. [one of
                36 words]
            types: Only jobs of these kinds, as one comma separated value. Orders the list by update date. [each one of
                36 words; at least 1 item]
            author_id: Only jobs that this author started, of the last 30 days unless a date is given. [at least 1
                character]
            workflow_id: Only jobs that this workflow produced. Orders the list by update date. [at least 1 character]
            hide_results: When false, jobs that were submitted with `hide_results` are left out, and only the last 30
                days are searched unless a date is given.
            created_after: Only jobs created after this date. Not together with `status`, `type`, `types` or
                `workflow_id`.
            updated_after: Only jobs updated after this date. Needs at least one of `status`, `type`, `types` and
                `workflow_id`; what happens without is not documented.
            page_size: Rows per page, at most; 50 unless given. SDK releases before 2.3.0 said 10, and 200 at most. [1
                to 100; default 50]
            pagination_token: The `nextPaginationToken` of the page before. Opaque: only the service that made it can
                read it. [at least 1 character]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The first page. Iterating over it gives every item of all pages; `items` are its own.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.page(
            operations.LIST_JOBS,
            item=Job,
            cast=JobList,
            items="jobs",
            style="cursor",
            query={
                "status": status,
                "type": type,
                "types": types,
                "authorId": author_id,
                "workflowId": workflow_id,
                "hideResults": hide_results,
                "createdAfter": created_after,
                "updatedAfter": updated_after,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "projectId": project_id,
            },
            options=options,
        )

    def retrieve(self, job_id: str, *, project_id: str | None = None, options: RequestOptions | None = None) -> Job:
        """Read a job.

        One job: its state, its progress, what it cost, and once it has succeeded the ids of what it made. Read it every
        few seconds until the state is `success`, `failure` or `canceled`. A failed job says why in `metadata.error`,
        and what to do about it in `metadata.hint`; its price is refunded unless `billing.disableRefund` is true.

        A generation was recorded as `pending`, `queued` after 0.1 seconds, `in-progress` after 0.8 seconds and
        `success` after 88 seconds.

        GET /jobs/{jobId}. Changes nothing and costs nothing.

        Args:
            job_id: Id of the job, as in `job.jobId`. [at least 1 character]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            A piece of work that runs in the background: a generation, a training, an upload.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.RETRIEVE_JOB,
            Job,
            path={
                "jobId": job_id,
            },
            query={
                "projectId": project_id,
            },
            unwrap="job",
            options=options,
        )

    def trigger_action(
        self,
        job_id: str,
        *,
        project_id: str | None = None,
        action: JobAction | None = None,
        options: RequestOptions | None = None,
    ) -> Job:
        """Cancel a job.

        Runs an action on a job; `cancel` is the only one. According to the vendor only inference jobs can be canceled:
        a custom job, which is what `/generate/custom` starts, was recorded to answer 400 with the reason `Cannot cancel
        this type of job. Action not permitted.` Canceling twice makes and pays nothing.

        POST /jobs/{jobId}/action.

        Args:
            job_id: Id of the job, as in `job.jobId`. [at least 1 character]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            action: What can be done to a job. [one of "cancel"]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            A piece of work that runs in the background: a generation, a training, an upload.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.TRIGGER_JOB_ACTION,
            Job,
            path={
                "jobId": job_id,
            },
            query={
                "projectId": project_id,
            },
            body={
                "action": action,
            },
            unwrap="job",
            options=options,
        )


class AsyncJobs(AsyncJobsExtra, AsyncResource):
    """Follow work that runs in the background. Calls are awaited."""

    __slots__ = ()

    def list(
        self,
        *,
        status: JobStatusFilter | None = None,
        type: JobTypeFilter | None = None,
        types: Sequence[JobTypeFilter] | str | None = None,
        author_id: str | None = None,
        workflow_id: str | None = None,
        hide_results: bool | None = None,
        created_after: IsoDate | date | None = None,
        updated_after: IsoDate | date | None = None,
        page_size: int | None = None,
        pagination_token: str | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Job, JobList]:
        """List jobs.

        Jobs of the project, in pages. They are ordered by creation date, and by update date as soon as `status`,
        `type`, `types` or `workflow_id` is given; the direction is not documented.

        **Pages.** A page may hold fewer rows than `page_size`, or none at all, while `nextPaginationToken` is there: go
        on until it is absent. An empty page is not the end.

        **Window.** With `author_id`, or with `hide_results=false`, only the last 30 days are searched, by the date that
        the list is ordered by. `created_after` or `updated_after` replaces that window.

        GET /jobs. Changes nothing and costs nothing.

        Conditions:
            - With types, type is ignored; on assets and models the two may not be given together.
            - created_after is only for lists ordered by creation date, without these filters.
            - updated_after needs one of the filters that created_after forbids, so the two never go together.

        Args:
            status: Only jobs in this state. Orders the list by update date. [one of "pending", "queued", "warming-up",
                "in-progress", "finalizing", "success", "failure", "canceled"]
            type: Only jobs of this kind; without effect when `types` is given. Orders the list by update date. [one of
                36 words]
            types: Only jobs of these kinds, as one comma separated value. Orders the list by update date. [each one of
                36 words; at least 1 item]
            author_id: Only jobs that this author started, of the last 30 days unless a date is given. [at least 1
                character]
            workflow_id: Only jobs that this workflow produced. Orders the list by update date. [at least 1 character]
            hide_results: When false, jobs that were submitted with `hide_results` are left out, and only the last 30
                days are searched unless a date is given.
            created_after: Only jobs created after this date. Not together with `status`, `type`, `types` or
                `workflow_id`.
            updated_after: Only jobs updated after this date. Needs at least one of `status`, `type`, `types` and
                `workflow_id`; what happens without is not documented.
            page_size: Rows per page, at most; 50 unless given. SDK releases before 2.3.0 said 10, and 200 at most. [1
                to 100; default 50]
            pagination_token: The `nextPaginationToken` of the page before. Opaque: only the service that made it can
                read it. [at least 1 character]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            Await it for the first page, or `async for` over it for every item of all pages.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.page(
            operations.LIST_JOBS,
            item=Job,
            cast=JobList,
            items="jobs",
            style="cursor",
            query={
                "status": status,
                "type": type,
                "types": types,
                "authorId": author_id,
                "workflowId": workflow_id,
                "hideResults": hide_results,
                "createdAfter": created_after,
                "updatedAfter": updated_after,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "projectId": project_id,
            },
            options=options,
        )

    async def retrieve(
        self, job_id: str, *, project_id: str | None = None, options: RequestOptions | None = None
    ) -> Job:
        """Read a job.

        One job: its state, its progress, what it cost, and once it has succeeded the ids of what it made. Read it every
        few seconds until the state is `success`, `failure` or `canceled`. A failed job says why in `metadata.error`,
        and what to do about it in `metadata.hint`; its price is refunded unless `billing.disableRefund` is true.

        A generation was recorded as `pending`, `queued` after 0.1 seconds, `in-progress` after 0.8 seconds and
        `success` after 88 seconds.

        GET /jobs/{jobId}. Changes nothing and costs nothing.

        Args:
            job_id: Id of the job, as in `job.jobId`. [at least 1 character]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            A piece of work that runs in the background: a generation, a training, an upload.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.RETRIEVE_JOB,
            Job,
            path={
                "jobId": job_id,
            },
            query={
                "projectId": project_id,
            },
            unwrap="job",
            options=options,
        )

    async def trigger_action(
        self,
        job_id: str,
        *,
        project_id: str | None = None,
        action: JobAction | None = None,
        options: RequestOptions | None = None,
    ) -> Job:
        """Cancel a job.

        Runs an action on a job; `cancel` is the only one. According to the vendor only inference jobs can be canceled:
        a custom job, which is what `/generate/custom` starts, was recorded to answer 400 with the reason `Cannot cancel
        this type of job. Action not permitted.` Canceling twice makes and pays nothing.

        POST /jobs/{jobId}/action.

        Args:
            job_id: Id of the job, as in `job.jobId`. [at least 1 character]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            action: What can be done to a job. [one of "cancel"]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            A piece of work that runs in the background: a generation, a training, an upload.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.TRIGGER_JOB_ACTION,
            Job,
            path={
                "jobId": job_id,
            },
            query={
                "projectId": project_id,
            },
            body={
                "action": action,
            },
            unwrap="job",
            options=options,
        )
