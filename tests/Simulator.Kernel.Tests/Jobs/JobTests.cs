namespace Simulator.Kernel.Tests.Jobs;

public sealed class JobTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_jobs_result_comes_at_its_virtual_service_time_however_long_it_computes(int threads)
    {
        var world = new TestWorld(new KernelSettings { WorkerThreads = threads });
        world.Add("worker", static (envelope, context) =>
        {
            switch (envelope.Message)
            {
                case Started:
                    context.StartJob(null, static () => 7UL, SimDuration.FromSeconds(3), static r => new Ping(r));
                    context.StartJob(null, static () => 8UL, SimDuration.Zero, static r => new Ping(r));
                    context.StartJob(
                        null,
                        static () => 9UL,
                        SimDuration.FromSeconds(1),
                        static r => SimDuration.FromMilliseconds((long)r * 200),
                        static r => new Ping(r));
                    break;
                case Ping ping:
                    context.Observe(new Said($"{ping.Number}"));
                    break;
                default:
                    throw Invariant.Unreachable(envelope.Message);
            }
        });

        world.Run();

        Assert.Equal(["0 worker: 8", "1800000000 worker: 9", "3000000000 worker: 7"], world.Notebook.Lines);
    }

    [Fact]
    public void Virtual_time_runs_on_while_a_job_computes()
    {
        using var release = new ManualResetEventSlim();
        var world = new TestWorld(new KernelSettings { WorkerThreads = 2 });
        world.Add("worker", (envelope, context) =>
        {
            if (envelope.Message is Started)
            {
                context.StartJob(null, () => Awaited(release), SimDuration.FromSeconds(3), static r => new Ping(r));
                context.StartTimer(SimDuration.FromSeconds(2), new Ping(2));
            }
            else if (envelope.Message is Ping { Number: 2 })
            {
                // The job cannot end before this: had the kernel waited for it at its start, nothing would go on.
                release.Set();
            }
            else
            {
                context.Observe(new Said(envelope.Message.GetType().Name));
            }
        });

        world.Run();

        Assert.Equal(["3000000000 worker: Ping"], world.Notebook.Lines);

        static ulong Awaited(ManualResetEventSlim until)
        {
            until.Wait();
            return 1;
        }
    }

    [Fact]
    public void Equal_keys_compute_once_and_are_charged_to_each()
    {
        int computed = 0;
        var world = new TestWorld();
        foreach (string name in new[] { "v1", "v2", "v3" })
        {
            world.Add(name, (envelope, context) =>
            {
                if (envelope.Message is Started)
                {
                    JobKey key = JobKey.Of("check", [1, 2, 3]);
                    context.StartJob(key, () => (ulong)++computed, SimDuration.FromSeconds(1), static r => new Ping(r));
                }
                else
                {
                    context.Observe(new Said(envelope.Message is Ping ping ? $"{ping.Number}" : "?"));
                }
            });
        }

        world.Run();

        Assert.Equal(1, computed);
        Assert.Equal(["1000000000 v1: 1", "1000000000 v2: 1", "1000000000 v3: 1"], world.Notebook.Lines);
    }

    [Fact]
    public void Forgotten_shared_work_is_computed_again()
    {
        int computed = 0;
        var world = new TestWorld(new KernelSettings { SharedJobCapacity = 2 });
        world.Add("v", (envelope, context) =>
        {
            foreach (byte input in envelope.Message is Started ? new byte[] { 1, 2, 1, 3, 1 } : [])
            {
                var key = JobKey.Of("check", [input]);
                context.StartJob(key, () => (ulong)++computed, SimDuration.Zero, static r => new Ping(r));
            }
        });

        world.Run();

        Assert.Equal(4, computed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_job_that_throws_ends_the_run_and_names_its_actor(int threads)
    {
        var world = new TestWorld(new KernelSettings { WorkerThreads = threads });
        world.Add("careless", static (_, context) => context.StartJob<ulong>(
            null,
            static () => throw new InvalidOperationException("no such model"),
            SimDuration.FromSeconds(1),
            static r => new Ping(r)));

        var failure = Assert.Throws<SimulationFailedException>(() => world.Run());

        Assert.Equal(("careless", 1L), (failure.Actor, failure.At.WholeSeconds));
        Assert.Contains("no such model", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_time_below_its_declared_bound_ends_the_run()
    {
        var world = new TestWorld();
        world.Add("liar", static (_, context) => context.StartJob(
            null,
            static () => 1UL,
            SimDuration.FromSeconds(2),
            static _ => SimDuration.FromSeconds(1),
            static r => new Ping(r)));

        Assert.Equal("liar", Assert.Throws<SimulationFailedException>(() => world.Run()).Actor);
    }

    [Fact]
    public void One_key_for_two_kinds_of_result_ends_the_run()
    {
        var world = new TestWorld();
        world.Add("confused", static (_, context) =>
        {
            JobKey key = JobKey.Of("check", [1]);
            context.StartJob(key, static () => 1UL, SimDuration.Zero, static r => new Ping(r));
            context.StartJob(key, static () => "one", SimDuration.Zero, static r => new Ping((ulong)r.Length));
        });

        Assert.Throws<SimulationFailedException>(() => world.Run());
    }
}
