using Simulator.Primitives;
using Simulator.Protocol.Settlement;

namespace Simulator.Protocol.Tests.Settlement;

public sealed class BatchBufferTests
{
    private readonly BatchBuffer<int> buffer = new(BatchBufferLimits.Default);

    [Fact]
    public void The_twentieth_item_sends_the_batch()
    {
        for (int item = 1; item < 20; item++)
        {
            Assert.Null(buffer.Add(item, At(item)));
        }

        BatchFlush<int>? flush = buffer.Add(20, At(20));

        Assert.Equal(BatchFlushReason.BufferFull, flush!.Reason);
        Assert.Equal(Enumerable.Range(1, 20), flush.Items);
        Assert.Equal((0, null), (buffer.Count, buffer.NextDue));
    }

    [Fact]
    public void Every_item_restarts_the_idle_time()
    {
        buffer.Add(1, At(0));
        buffer.Add(2, At(200));

        Assert.Equal(At(500), buffer.NextDue);
        Assert.Null(buffer.OnTimer(At(499)));
        Assert.Equal(BatchFlushReason.IdleTimeout, buffer.OnTimer(At(500))!.Reason);
    }

    [Fact]
    public void A_trickle_of_items_goes_out_at_the_maximum_age_of_the_first()
    {
        for (int item = 0; item < 10; item++)
        {
            Assert.Null(buffer.OnTimer(At(item * 99)));
            buffer.Add(item, At(item * 99));
        }

        Assert.Equal(At(900), buffer.NextDue);
        Assert.Equal(BatchFlushReason.MaxAgeTimeout, buffer.OnTimer(At(900))!.Reason);
    }

    [Fact]
    public void One_batch_is_under_way_at_a_time_and_later_items_wait()
    {
        Fill(0);
        for (int item = 0; item < 25; item++)
        {
            Assert.Null(buffer.Add(100 + item, At(1)));
        }

        Assert.True(buffer.IsFlushing);
        buffer.Succeeded();
        Assert.Equal(25, buffer.Count);
        Assert.Equal(26, buffer.Add(200, At(2))!.Items.Count);
    }

    [Fact]
    public void Items_of_a_failed_batch_return_to_the_front_and_wait_for_the_idle_time()
    {
        Fill(0);
        buffer.Add(100, At(10));

        buffer.Failed(At(30));

        Assert.Equal(21, buffer.Count);
        Assert.Equal(At(330), buffer.NextDue);
        Assert.Equal([.. Enumerable.Range(0, 20), 100], buffer.OnTimer(At(330))!.Items);
    }

    [Fact]
    public void After_a_failure_of_a_full_batch_the_next_item_tries_again()
    {
        Fill(0);
        buffer.Failed(At(30));

        BatchFlush<int>? flush = buffer.Add(20, At(31));

        Assert.Equal((BatchFlushReason.BufferFull, 21), (flush!.Reason, flush.Items.Count));
    }

    [Fact]
    public void Past_the_maximum_age_failing_batches_follow_each_other_without_a_pause()
    {
        buffer.Add(1, At(0));
        Assert.NotNull(buffer.OnTimer(At(300)));
        buffer.Failed(At(420));
        Assert.Equal(At(720), buffer.NextDue);
        Assert.NotNull(buffer.OnTimer(At(720)));
        buffer.Failed(At(840));
        Assert.Equal(At(900), buffer.NextDue);
        Assert.NotNull(buffer.OnTimer(At(900)));

        for (int second = 1000; second < 1005; second++)
        {
            buffer.Failed(At(second));
            Assert.Equal(At(second), buffer.NextDue);
            Assert.Equal(BatchFlushReason.MaxAgeTimeout, buffer.OnTimer(At(second))!.Reason);
        }

        buffer.Succeeded();
        Assert.Null(buffer.NextDue);
    }

    [Fact]
    public void A_crash_loses_what_is_buffered_and_what_is_under_way()
    {
        Fill(0);
        buffer.Add(100, At(5));

        Assert.Equal([.. Enumerable.Range(0, 20), 100], buffer.Crash());
        Assert.Equal((0, null, false), (buffer.Count, buffer.NextDue, buffer.IsFlushing));
    }

    [Fact]
    public void Reporting_a_result_without_a_batch_under_way_is_a_bug()
    {
        Assert.Throws<InvariantViolatedException>(buffer.Succeeded);
        Assert.Throws<InvariantViolatedException>(() => buffer.Failed(At(0)));
    }

    private void Fill(int second)
    {
        for (int item = 0; item < 20; item++)
        {
            buffer.Add(item, At(second));
        }
    }

    private static SimTime At(int second) => SimTime.Start + SimDuration.FromSeconds(second);
}
