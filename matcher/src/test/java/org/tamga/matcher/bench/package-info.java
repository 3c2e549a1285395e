/**
 * JMH benchmarks of the matcher's parts, on made people, so that they run anywhere: {@code mvn -pl
 * matcher test-compile exec:exec@bench}, with {@code -Dbench=REGEX} for some of them.
 */
@org.jspecify.annotations.NullMarked
package org.tamga.matcher.bench;
