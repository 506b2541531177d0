using Simulator.Chain.Execution;

namespace Simulator.Chain.Proxies;

/// <summary>The errors of the x402 Permit2 proxies.</summary>
/// <remarks>
/// Not listed because nothing here can raise them: InvalidPermit2Address (a constructor's check) and
/// ReentrancyGuardReentrantCall (no token calls back).
/// </remarks>
public static class ProxyErrors
{
    public static readonly ContractError AmountExceedsPermitted = new("AmountExceedsPermitted()");
    public static readonly ContractError UnauthorizedFacilitator = new("UnauthorizedFacilitator()");
    public static readonly ContractError Permit2612AmountMismatch = new("Permit2612AmountMismatch()");
    public static readonly ContractError InvalidAmount = new("InvalidAmount()");
    public static readonly ContractError InvalidOwner = new("InvalidOwner()");
    public static readonly ContractError InvalidDestination = new("InvalidDestination()");
    public static readonly ContractError PaymentTooEarly = new("PaymentTooEarly()");

    public static IReadOnlyList<ContractError> All { get; } =
    [
        AmountExceedsPermitted, UnauthorizedFacilitator, Permit2612AmountMismatch, InvalidAmount, InvalidOwner,
        InvalidDestination, PaymentTooEarly,
    ];
}
