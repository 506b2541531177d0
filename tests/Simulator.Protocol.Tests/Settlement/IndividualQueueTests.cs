using Simulator.Protocol.Settlement;

namespace Simulator.Protocol.Tests.Settlement;

public sealed class IndividualQueueTests
{
    [Fact]
    public void Nonces_count_up_from_the_chains_pending_nonce()
    {
        IndividualQueue queue = new();

        Assert.Equal([7, 8, 9], ((long[])[7, 7, 7]).Select(queue.Reserve));
    }

    [Fact]
    public void A_chain_that_moved_ahead_raises_the_stored_value()
    {
        IndividualQueue queue = new();
        queue.Reserve(7);

        Assert.Equal(12, queue.Reserve(12));
    }

    [Theory]
    [InlineData(6, 7, IndividualTurn.Skipped)]
    [InlineData(7, 7, IndividualTurn.Upload)]
    [InlineData(8, 7, IndividualTurn.Gap)]
    public void The_worker_compares_the_jobs_nonce_with_the_chains(long nonce, long pending, IndividualTurn expected) =>
        Assert.Equal(expected, IndividualQueue.Turn(nonce, pending));

    [Fact]
    public void A_job_lost_after_its_reservation_stalls_every_later_one_until_a_reset()
    {
        IndividualQueue queue = new();
        queue.Reserve(0);
        long[] later = [queue.Reserve(0), queue.Reserve(0)];

        Assert.All(later, nonce => Assert.Equal(IndividualTurn.Gap, IndividualQueue.Turn(nonce, 0)));
        queue.Reset();
        Assert.Equal(IndividualTurn.Upload, IndividualQueue.Turn(queue.Reserve(0), 0));
    }
}
