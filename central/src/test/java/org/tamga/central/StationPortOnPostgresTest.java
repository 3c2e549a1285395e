package org.tamga.central;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.tamga.central.storage.Database;

/** The same centre on PostgreSQL. */
class StationPortOnPostgresTest extends StationPortTest {
    private static TestPostgres postgres;

    @BeforeAll
    static void startPostgres() {
        postgres = TestPostgres.start();
    }

    @AfterAll
    static void stopPostgres() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    @Nullable String databaseUrl() {
        return postgres.url();
    }

    @AfterEach
    void empty() {
        try (Database database = Database.open(postgres.url())) {
            database.transaction(
                    connection -> {
                        try (var statement = connection.createStatement()) {
                            statement.execute("DROP SCHEMA public CASCADE");
                            statement.execute("CREATE SCHEMA public");
                        }
                        return 1;
                    });
        }
    }
}
