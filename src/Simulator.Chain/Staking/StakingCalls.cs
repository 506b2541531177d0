using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Staking;

/// <summary>Bonds the caller's token; the staking contract needs an allowance.</summary>
public sealed record StakeCall(Address Target, UInt256 Amount) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("stake(uint256)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Stake;

    internal static StakeCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Number());

    protected override void WriteArguments(AbiWriter writer) => writer.Number(Amount);
}

/// <summary>Asks for stake back; it stops counting at once and stays liable until it is released.</summary>
public sealed record RequestUnstakeCall(Address Target, UInt256 Amount) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("requestUnstake(uint256)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Stake;

    internal static RequestUnstakeCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Number());

    protected override void WriteArguments(AbiWriter writer) => writer.Number(Amount);
}

/// <summary>Takes what has been released.</summary>
public sealed record ReleaseCall(Address Target) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("release()");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Stake;

    internal static ReleaseCall Read(Address target, ref AbiReader arguments) =>
        new(target);

    protected override void WriteArguments(AbiWriter writer)
    {
    }
}

/// <summary>Punishes an offence once; only slashers may.</summary>
public sealed record SlashCall(
    Address Target,
    Address Operator,
    byte Offence,
    Hash32 Evidence,
    UInt256 CommittedAt,
    Address Reporter) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("slash(address,uint8,bytes32,uint256,address)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Slash;

    internal static SlashCall Read(Address target, ref AbiReader arguments) =>
        new(
            target,
            arguments.Address(),
            (byte)arguments.Number(8).Low,
            arguments.Word(),
            arguments.Number(),
            arguments.Address());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Operator).Number((ulong)Offence).Word(Evidence).Number(CommittedAt).Address(Reporter);
}

/// <summary>Returns from jail when the time is over and the stake is enough.</summary>
public sealed record UnjailCall(Address Target) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("unjail()");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Unjail;

    internal static UnjailCall Read(Address target, ref AbiReader arguments) =>
        new(target);

    protected override void WriteArguments(AbiWriter writer)
    {
    }
}

/// <summary>Mints an operator's reward; only the rewarder may.</summary>
public sealed record RewardCall(Address Target, Address Operator, UInt256 Amount) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("reward(address,uint256)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Reward;

    internal static RewardCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Number());

    protected override void WriteArguments(AbiWriter writer) => writer.Address(Operator).Number(Amount);
}
