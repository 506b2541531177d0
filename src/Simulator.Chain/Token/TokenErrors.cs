using Simulator.Chain.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>
/// The errors of the OPG token: ERC-6093 names, EIP-2612 errors of OpenZeppelin 5, EIP-3009 messages.
/// </summary>
public static class TokenErrors
{
    public static readonly ContractError InsufficientBalance = new("ERC20InsufficientBalance(address,uint256,uint256)");
    public static readonly ContractError InvalidSender = new("ERC20InvalidSender(address)");
    public static readonly ContractError InvalidReceiver = new("ERC20InvalidReceiver(address)");
    public static readonly ContractError InsufficientAllowance = new(
        "ERC20InsufficientAllowance(address,uint256,uint256)");
    public static readonly ContractError InvalidApprover = new("ERC20InvalidApprover(address)");
    public static readonly ContractError InvalidSpender = new("ERC20InvalidSpender(address)");
    public static readonly ContractError ExpiredSignature = new("ERC2612ExpiredSignature(uint256)");
    public static readonly ContractError InvalidPermitSigner = new("ERC2612InvalidSigner(address,address)");

    /// <summary>
    /// EIP-3009 names no errors; its reference tokens use messages, and facilitators read their words.
    /// </summary>
    public const string AuthorizationNotYetValid = "EIP3009: authorization is not yet valid";
    public const string AuthorizationExpired = "EIP3009: authorization is expired";
    public const string AuthorizationUsed = "EIP3009: authorization is used or canceled";
    public const string AuthorizationSignatureInvalid = "EIP3009: invalid signature";
    public const string CallerNotPayee = "EIP3009: caller must be the payee";

    public static IReadOnlyList<ContractError> All { get; } =
    [
        InsufficientBalance, InvalidSender, InvalidReceiver, InsufficientAllowance, InvalidApprover, InvalidSpender,
        ExpiredSignature, InvalidPermitSigner,
    ];

    internal static Revert Balance(Address holder, OpgAmount balance, UInt256 needed) =>
        new(InsufficientBalance, holder.ToWord(), balance.ToWord(), needed);

    internal static Revert Allowance(Address spender, UInt256 allowance, UInt256 needed) =>
        new(InsufficientAllowance, spender.ToWord(), allowance, needed);
}
