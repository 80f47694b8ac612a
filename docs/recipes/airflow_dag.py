"""Airflow: clean every hour what the crawler has put into a folder; put it into the folder of DAGs."""

from datetime import datetime, timedelta

from airflow.sdk import dag, task


@dag(
    schedule="@hourly",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
)
def clean_news():
    """One run of the cleaner an hour; a run that was killed goes on where it was."""

    @task.bash(skip_on_exit_code=75)  # 75: another run is at work
    def clean() -> str:
        return "cd /srv/news && /opt/cleaner/bin/cleaner run raw -o clean --jobs 2 --max-rejected 1000 --json"

    clean()


clean_news()
