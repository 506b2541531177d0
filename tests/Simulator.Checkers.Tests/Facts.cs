using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

/// <summary>Short forms of the observations that checkers read.</summary>
internal static class Facts
{
    public static readonly Address Alice = Address.Parse("0x00000000000000000000000000000000000000a1");
    public static readonly Address Bob = Address.Parse("0x00000000000000000000000000000000000000b0");

    public static OpgAmount Opg(ulong baseUnits) => new(baseUnits);

    public static TokenTransferred Transfer(Address from, Address to, ulong amount) =>
        new("payment", 1, Hash32.Zero, from, to, Opg(amount), "test");

    public static BlockProduced Block(ulong supply) => new("payment", 1, 0, Hash32.Zero, Hash32.Zero, 0, Opg(supply));

    public static BlockProduced BlockAt(long unixTime) =>
        new("payment", 1, unixTime, Hash32.Zero, Hash32.Zero, 0, OpgAmount.Zero);

    /// <summary>The block that all other short forms speak of is taken back.</summary>
    public static BlockReverted Reverted(ulong supply) => new("payment", 1, Hash32.Zero, Opg(supply));

    public static PaymentAuthorised Signed(ulong nonce, ulong maximum) =>
        new(new RequestId("users/1", 1), Alice, nonce, Opg(maximum), Bob, 300);

    public static AuthorisationUsed Used(ulong nonce, ulong amount, Address? recipient = null) =>
        new("payment", 1, Hash32.Zero, Alice, nonce, recipient ?? Bob, Opg(amount));

    public static RequestIssued Issued(int number) => new(new RequestId("users/1", number), "users", "nodes/1", "volatility@1.2");

    public static RequestFinished Finished(int number, RequestFate fate = RequestFate.TimedOut) =>
        new(new RequestId("users/1", number), fate, null);

    public static TChecker Judge<TChecker>(TChecker checker, params Observation[] observations)
        where TChecker : Checker
    {
        for (int i = 0; i < observations.Length; i++)
        {
            checker.Observe(new ObservedFact(new SimTime(i), "test", observations[i]));
        }

        checker.Complete();
        return checker;
    }
}
