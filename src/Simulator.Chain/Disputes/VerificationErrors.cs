using Simulator.Chain.Execution;

namespace Simulator.Chain.Disputes;

/// <summary>The errors of verification by re-execution.</summary>
public static class VerificationErrors
{
    public static readonly ContractError ZeroAmount = new("ZeroBond()");
    public static readonly ContractError UnbondingPending = new("UnbondingPending(address,uint256)");
    public static readonly ContractError BondTooLow = new("BondTooLow(address,uint256,uint256)");
    public static readonly ContractError AnswerExists = new("AnswerExists(bytes32)");
    public static readonly ContractError UnknownAnswer = new("UnknownAnswer(bytes32)");
    public static readonly ContractError WindowClosed = new("WindowClosed(bytes32,uint256)");
    public static readonly ContractError AlreadyReported = new("AlreadyReported(bytes32,address)");
    public static readonly ContractError AlreadyChallenged = new("AlreadyChallenged(bytes32)");
    public static readonly ContractError OutputsDiffer = new("OutputsDiffer(bytes32)");
    public static readonly ContractError OutputsAgree = new("OutputsAgree(bytes32)");
    public static readonly ContractError QuestionMismatch = new("QuestionMismatch(bytes32)");
    public static readonly ContractError NotDisputed = new("NotDisputed(bytes32)");
    public static readonly ContractError NotJuror = new("NotJuror(address)");
    public static readonly ContractError AlreadyRuled = new("AlreadyRuled(bytes32,address)");
    public static readonly ContractError NoTest = new("NoTest(bytes32)");
    public static readonly ContractError AnswerUnverified = new("AnswerUnverified(bytes32,uint256)");

    public static IReadOnlyList<ContractError> All { get; } =
    [
        ZeroAmount, UnbondingPending, BondTooLow, AnswerExists, UnknownAnswer, WindowClosed, AlreadyReported, AlreadyChallenged,
        OutputsDiffer, OutputsAgree, QuestionMismatch, NotDisputed, NotJuror, AlreadyRuled, NoTest, AnswerUnverified,
    ];
}
