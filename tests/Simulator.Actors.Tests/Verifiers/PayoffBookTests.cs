using Simulator.Actors.Verifiers;
using Simulator.Chain.Disputes;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Tests.Verifiers;

public sealed class PayoffBookTests
{
    private static readonly Hash32 Answer = Keccak256.HashText("answer");
    private static readonly SimDuration Settled = SimDuration.FromSeconds(60);

    private readonly PayoffBook book = new(
        new VerifierPrices(new OpgAmount(5), new OpgAmount(30), new OpgAmount(100)), Settled);

    [Theory]
    [InlineData(true, AnswerStatus.Verified, 5 - 3)]
    [InlineData(true, AnswerStatus.Convicted, 5 - 3 - 100)]
    [InlineData(true, AnswerStatus.Test, 5 - 3 - 100)]
    [InlineData(false, AnswerStatus.Convicted, 30 - 3)]
    [InlineData(false, AnswerStatus.Verified, -3 - 100)]
    [InlineData(false, AnswerStatus.Lapsed, -3)]
    public void A_word_brings_what_the_account_shows_less_what_it_cost(bool approved, AnswerStatus status, int payoff)
    {
        PayoffBook.Word word = new(Answer, CheckDecision.Check, approved, new OpgAmount(3), SimTime.Start);

        Assert.Equal(payoff, (int)book.PayoffOf(word, status));
    }

    [Fact]
    public void Words_are_looked_at_once_and_only_when_they_have_come_to_their_end()
    {
        book.Add(Answer, CheckDecision.Approve, true, OpgAmount.Zero, SimTime.Start);
        book.Add(Answer, CheckDecision.Check, true, OpgAmount.Zero, SimTime.Start + Settled);

        Assert.Empty(book.TakeSettled(SimTime.Start + Settled, 10));
        Assert.Equal(
            CheckDecision.Approve,
            Assert.Single(book.TakeSettled(SimTime.Start + Settled + Settled, 10)).Decision);
        Assert.Empty(book.TakeSettled(SimTime.Start + Settled + Settled, 10));
    }

    [Fact]
    public void An_hour_of_a_busy_core_costs_its_rate_and_a_second_of_it_a_share()
    {
        MachineTime machine = new("auditors/1", "auditors", OpgAmount.FromWholeOpg(36));

        Assert.Equal(OpgAmount.FromWholeOpg(36), machine.Of(SimDuration.FromHours(1)));
        Assert.Equal(new OpgAmount(OpgAmount.OneOpg.BaseUnits / 100), machine.Of(SimDuration.FromSeconds(1)));
    }
}
