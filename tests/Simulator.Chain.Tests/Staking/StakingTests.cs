using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Staking;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Staking;

public sealed class StakingTests
{
    private static readonly Address Reporter = Payments.Other;
    private static readonly Hash32 Evidence = Keccak256.HashText("two votes");

    private readonly Enclaves enclaves = new();

    private StakingContract Contract => enclaves.World.Staking;

    private Address Target => Contract.Address;

    [Fact]
    public void Stake_counts_from_its_minimum_on_and_comes_back_after_the_unbonding_time()
    {
        Assert.Null(ByOperator(new StakeCall(Target, Opg(9_999))));
        Assert.False(Contract.IsActive(Enclaves.Operator));
        Assert.Null(ByOperator(new StakeCall(Target, Opg(1))));
        Assert.True(Contract.IsActive(Enclaves.Operator));

        Assert.Null(ByOperator(new RequestUnstakeCall(Target, Opg(4_000))));
        Assert.False(Contract.IsActive(Enclaves.Operator));
        Assert.Equal("NothingToRelease()", ByOperator(new ReleaseCall(Target), after: 1_814_399));
        TransactionReceipt receipt = enclaves.Run(Enclaves.Operator, new ReleaseCall(Target));

        Assert.Equal(
            (OpgAmount.FromWholeOpg(4_000), TransferCause.Unstake),
            (receipt.Transfers[0].Amount, receipt.Transfers[0].Cause));
        Assert.Equal(OpgAmount.FromWholeOpg(94_000), enclaves.World.Token.BalanceOf(Enclaves.Operator));
        HoldsWhatItOwes();
    }

    [Fact]
    public void A_slash_takes_its_share_pays_the_reporter_burns_the_rest_and_jails()
    {
        ByOperator(new StakeCall(Target, Opg(10_000)));
        ByOperator(new StakeCall(Target, Opg(10_001)));
        OpgAmount supply = enclaves.World.Token.TotalSupply;

        TransactionReceipt receipt = enclaves.Run(Enclaves.Admin, Slash(Offence.DoubleSign, enclaves.Now));

        // 5 % of 20,001 is 1,000.05; 5 % of that, 50.0025, to the reporter and the other 950.0475 burned.
        Assert.Equal(
            new Slashed(
                Enclaves.Operator,
                Offence.DoubleSign,
                Evidence,
                Tenthousandths(10_000_500),
                Tenthousandths(9_500_475),
                Tenthousandths(500_025)),
            receipt.Logs.Select(log => log.Event).OfType<Slashed>().Single());
        Assert.Equal(
            [
                (TransferCause.SlashBurn, Address.Zero, Tenthousandths(9_500_475)),
                (TransferCause.SlashReward, Reporter, Tenthousandths(500_025)),
            ],
            receipt.Transfers.Select(transfer => (transfer.Cause, transfer.To, transfer.Amount)));
        Assert.Equal(supply - Tenthousandths(9_500_475), enclaves.World.Token.TotalSupply);
        Assert.False(Contract.IsActive(Enclaves.Operator));
        HoldsWhatItOwes();

        Assert.Equal($"StillJailed({enclaves.Now + 600})", ByOperator(new UnjailCall(Target), after: 599));
        Assert.Null(ByOperator(new UnjailCall(Target), after: 1));
        Assert.True(Contract.IsActive(Enclaves.Operator));
        Assert.Equal("NotJailed()", ByOperator(new UnjailCall(Target)));
    }

    [Fact]
    public void Stake_asked_back_before_the_offence_is_spared_and_stake_asked_back_after_it_is_not()
    {
        ByOperator(new StakeCall(Target, Opg(10_000)));
        ByOperator(new RequestUnstakeCall(Target, Opg(1_000)), after: 100);
        ulong committed = enclaves.Now + 50;
        ByOperator(new RequestUnstakeCall(Target, Opg(2_000)), after: 100);

        Assert.Null(enclaves.Try(Enclaves.Admin, Slash(Offence.WrongAnswer, committed)));

        StakeAccount account = Contract.Account(Enclaves.Operator);
        Assert.Equal(OpgAmount.FromWholeOpg(6_300), account.Bonded);
        Assert.Equal(
            [OpgAmount.FromWholeOpg(1_000), OpgAmount.FromWholeOpg(1_800)],
            account.Unbonding.Select(entry => entry.Amount));
        Assert.Equal(OpgAmount.FromWholeOpg(900), Contract.Totals.Slashed);
        HoldsWhatItOwes();
        Assert.StartsWith(
            "StakeBelowMinimum(", ByOperator(new UnjailCall(Target), after: 601), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> SlashRefusals => new()
    {
        { "by a stranger", "AccessControlUnauthorizedAccount(" },
        { "unknown", "UnknownOffence(9)" },
        { "future", "EvidenceInFuture(" },
        { "old", "EvidenceTooOld(" },
        { "used", "EvidenceAlreadyUsed(0x" },
        { "no reporter", "InvalidReporter()" },
        { "no stake", "NothingToSlash(" },
    };

    [Theory]
    [MemberData(nameof(SlashRefusals))]
    public void A_slash_is_refused_by_name(string what, string error)
    {
        ByOperator(new StakeCall(Target, Opg(10_000)));
        SlashCall good = Slash(Offence.Downtime, enclaves.Now);
        if (what == "used")
        {
            enclaves.Try(Enclaves.Admin, good);
        }

        SlashCall call = what switch
        {
            "unknown" => good with { Offence = 9 },
            "future" => good with { CommittedAt = enclaves.Now + 2 },
            "old" => good with { CommittedAt = enclaves.Now - 1_814_400 },
            "no reporter" => good with { Reporter = Address.Zero },
            "no stake" => good with { Operator = Reporter },
            _ => good,
        };

        Address sender = what == "by a stranger" ? Enclaves.Stranger : Enclaves.Admin;

        Assert.StartsWith(error, enclaves.Try(sender, call), StringComparison.Ordinal);
        HoldsWhatItOwes();
    }

    [Fact]
    public void Staking_refuses_by_name_what_it_cannot_do()
    {
        Assert.Equal("ZeroAmount()", ByOperator(new StakeCall(Target, UInt256.Zero)));
        Assert.StartsWith(
            "ERC20InsufficientBalance(", ByOperator(new StakeCall(Target, Opg(100_001))), StringComparison.Ordinal);
        Assert.Equal($"InsufficientStake({Enclaves.Operator}, 0, 1)", ByOperator(new RequestUnstakeCall(Target, 1UL)));
        Assert.Equal("ZeroAmount()", ByOperator(new RequestUnstakeCall(Target, UInt256.Zero)));
        ByOperator(new StakeCall(Target, Opg(10)));
        for (int i = 0; i < 7; i++)
        {
            Assert.Null(ByOperator(new RequestUnstakeCall(Target, 1UL)));
        }

        Assert.Equal("TooManyUnbondingEntries()", ByOperator(new RequestUnstakeCall(Target, 1UL)));
        Assert.Equal("ZeroAmount()", enclaves.Try(Enclaves.Admin, new RewardCall(Target, Reporter, UInt256.Zero)));
        Assert.Equal("Panic(17)", enclaves.Try(Enclaves.Admin, new RewardCall(Target, Reporter, UInt256.MaxValue)));
        HoldsWhatItOwes();
    }

    [Fact]
    public void A_reward_is_minted_with_its_cause()
    {
        OpgAmount supply = enclaves.World.Token.TotalSupply;

        TransactionReceipt receipt = enclaves.Run(Enclaves.Admin, new RewardCall(Target, Enclaves.Operator, Opg(3)));

        Assert.Equal(TransferCause.Emission, Assert.Single(receipt.Transfers).Cause);
        Assert.Equal(supply + OpgAmount.FromWholeOpg(3), enclaves.World.Token.TotalSupply);
    }

    [Fact]
    public void Evidence_is_forgotten_when_it_is_too_old_to_be_used_again()
    {
        ByOperator(new StakeCall(Target, Opg(10_000)));
        SlashCall slash = Slash(Offence.Downtime, enclaves.Now);
        enclaves.Try(Enclaves.Admin, slash);
        int slots = enclaves.World.Chain.Machine.State.Slots;

        enclaves.Wait(1_814_401);

        Assert.Equal(slots - 1, enclaves.World.Chain.Machine.State.Slots);
        Assert.StartsWith("EvidenceTooOld(", enclaves.Try(Enclaves.Admin, slash), StringComparison.Ordinal);
    }

    private static UInt256 Opg(ulong whole) => OpgAmount.FromWholeOpg(whole).BaseUnits;

    private static OpgAmount Tenthousandths(ulong count) => new(OpgAmount.OneOpg.BaseUnits / 10_000 * count);

    private static SlashCall Slash(Offence offence, ulong committedAt) => new(
        StakingContract.DefaultAddress, Enclaves.Operator, (byte)offence, Evidence, committedAt, Reporter);

    private string? ByOperator(ContractCall call, ulong after = 1) => enclaves.Try(Enclaves.Operator, call, after);

    private void HoldsWhatItOwes() =>
        Assert.Equal(Contract.Totals.Bonded + Contract.Totals.Unbonding, enclaves.World.Token.BalanceOf(Target));
}
