namespace Simulator.Kernel.Tests.Determinism;

public sealed class DeterminismTests
{
    private static readonly KernelSettings Settings = new() { Seed = 42 };
    private static readonly Lazy<(RunOutcome Outcome, Notebook Notebook)> Reference = new(() => Turmoil.Run(Settings));

    [Fact]
    public void The_reference_run_makes_everything_happen()
    {
        RunCounters counters = Reference.Value.Outcome.Counters;

        Assert.All(
            [
                counters.Handled, counters.Transmitted, counters.Lost, counters.Duplicated, counters.DroppedHostDown,
                counters.DroppedMailboxFull, counters.Vanished, counters.TimersCancelled, counters.JobsStarted,
            ],
            static count => Assert.InRange(count, 1, long.MaxValue));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Any_number_of_job_threads_gives_the_same_run(int threads) =>
        AssertSame(Turmoil.Run(Settings with { WorkerThreads = threads }));

    [Theory]
    [InlineData(1, ShardExchangeMode.ByReference)]
    [InlineData(2, ShardExchangeMode.ByReference)]
    [InlineData(3, ShardExchangeMode.ByReference)]
    [InlineData(7, ShardExchangeMode.ByReference)]
    [InlineData(1, ShardExchangeMode.ThroughCodec)]
    [InlineData(2, ShardExchangeMode.ThroughCodec)]
    [InlineData(3, ShardExchangeMode.ThroughCodec)]
    [InlineData(7, ShardExchangeMode.ThroughCodec)]
    public void Any_number_of_shards_gives_the_same_run(int shards, ShardExchangeMode mode) =>
        AssertSame(Turmoil.Run(Settings with { Shards = shards, ExchangeMode = mode }));

    [Fact]
    public void Shards_and_job_threads_together_give_the_same_run() =>
        AssertSame(Turmoil.Run(
            Settings with { Shards = 3, WorkerThreads = 2, SharedJobCapacity = 2, CheckEveryMessage = true }));

    [Fact]
    public void A_replication_among_many_equals_the_same_replication_alone()
    {
        string[] together = Enumerable.Range(0, 4).Select(static k => Digest((ulong)k)).ToArray();

        Assert.Equal(together[2], Digest(2));
        Assert.Equal(4, together.Distinct().Count());
    }

    [Fact]
    public void Another_seed_gives_another_run() =>
        Assert.NotEqual(Reference.Value.Outcome.DigestHex, Turmoil.Run(Settings with { Seed = 43 }).Outcome.DigestHex);

    [Fact]
    public void Stopping_on_the_way_changes_nothing()
    {
        var whole = new TestWorld();
        var stepped = new TestWorld();
        foreach (TestWorld world in new[] { whole, stepped })
        {
            world.Add("walker", static (_, context) => context.StartTimer(SimDuration.FromSeconds(1), new Ping(1)));
        }

        using Simulation simulation = stepped.Builder.Build(TestWorld.Catalogue(), stepped.Notebook);
        RunOutcome last = simulation.Run(SimTime.Start);
        for (int second = 1; second <= 60; second++)
        {
            last = simulation.Run(SimTime.Start + SimDuration.FromSeconds(second));
        }

        Assert.Equal(whole.Run(SimDuration.FromMinutes(1)).DigestHex, last.DigestHex);
        Assert.Equal(61, last.Events);
    }

    private static string Digest(ulong replication) =>
        Turmoil.Run(Settings with { Replication = replication }).Outcome.DigestHex;

    private static void AssertSame((RunOutcome Outcome, Notebook Notebook) run)
    {
        (RunOutcome outcome, Notebook notebook) = Reference.Value;
        Assert.Equal(notebook.Events, run.Notebook.Events);
        Assert.Equal(notebook.Facts, run.Notebook.Facts);
        Assert.Equal(outcome.DigestHex, run.Outcome.DigestHex);
        Assert.Equal(outcome.Counters, run.Outcome.Counters);
        Assert.Equal(
            (outcome.Events, outcome.End, outcome.Reason),
            (run.Outcome.Events, run.Outcome.End, run.Outcome.Reason));
    }
}
