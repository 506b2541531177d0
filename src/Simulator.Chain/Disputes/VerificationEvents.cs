using Simulator.Chain.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

public sealed record Bonded(Address Party, OpgAmount Amount, OpgAmount Total) : ContractEvent
{
    public override string Signature => "Bonded(address,uint256,uint256)";
}

/// <summary>A party takes its whole bond out of use; it gets it back when Due has passed.</summary>
public sealed record UnbondRequested(Address Party, OpgAmount Amount, ulong Due) : ContractEvent
{
    public override string Signature => "UnbondRequested(address,uint256,uint256)";
}

/// <summary>What was left of a bond went back to its party.</summary>
public sealed record BondPaidBack(Address Party, OpgAmount Amount) : ContractEvent
{
    public override string Signature => "BondPaidBack(address,uint256)";
}

public sealed record AnswerCommitted(Address Node, AnswerRow Row, ulong Due) : ContractEvent
{
    public override string Signature => "AnswerCommitted(address,(bytes32,bytes32,bytes32,bytes32),uint256)";
}

/// <summary>A verifier says that it executed the question and found the committed output.</summary>
public sealed record AnswerApproved(Address Verifier, Hash32 Answer, OpgAmount Reward) : ContractEvent
{
    public override string Signature => "AnswerApproved(address,bytes32,uint256)";
}

public sealed record AnswerChallenged(Address Challenger, Hash32 Answer, Hash32 Output) : ContractEvent
{
    public override string Signature => "AnswerChallenged(address,bytes32,bytes32)";
}

public sealed record RulingPosted(Address Juror, Hash32 Answer, bool Upheld) : ContractEvent
{
    public override string Signature => "RulingPosted(address,bytes32,bool)";
}

/// <summary>A dispute about an answer that the node committed is over, or a test was revealed.</summary>
public sealed record AnswerDecided(Address Node, Hash32 Answer, AnswerStatus Status) : ContractEvent
{
    public override string Signature => "AnswerDecided(address,bytes32,uint8)";
}

/// <summary>What a party lost, and where it went: Amount = Burned + Rewarded.</summary>
public sealed record BondSlashed(
    Address Party, Hash32 Answer, BondOffence Offence, OpgAmount Amount, OpgAmount Burned, OpgAmount Rewarded)
    : ContractEvent
{
    public override string Signature => "BondSlashed(address,bytes32,uint8,uint256,uint256,uint256)";
}

/// <summary>One row of a batch had no effect; the others had.</summary>
public sealed record RowRefused(Hash32 Answer, string Error) : ContractEvent
{
    public override string Signature => "RowRefused(bytes32,string)";
}

/// <summary>What a bond is lost for.</summary>
public enum BondOffence
{
    Unset = 0,
    WrongAnswer = 1,
    FalseAccusation = 2,
    WrongApproval = 3,
}
