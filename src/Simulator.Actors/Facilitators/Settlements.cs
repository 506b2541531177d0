using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Facilitators;

/// <summary>What the worker asks for and answers, apart from the chain.</summary>
internal static class Settlements
{
    /// <summary>The requirements a settlement is verified against again: upto for all that is permitted.</summary>
    public static PaymentRequirements RequirementsForMaximum(FacilitatorRequest request) =>
        request.Requirements.Scheme == X402Protocol.UptoScheme && request.Payload.Payload is Permit2Payload payload
            ? request.Requirements with { Amount = payload.Authorization.Amount.ToString() }
            : request.Requirements;

    public static SettleResponse Failure(FacilitatorRequest request, PaymentError error, Hash32? transaction) => new(
        Success: false,
        Transaction: transaction?.ToString() ?? "",
        Network: request.Requirements.Network,
        ErrorReason: error.Name,
        Payer: PayerOf(request));

    public static SettleResponse Success(FacilitatorRequest request, UInt256 amount, Hash32? transaction) => new(
        Success: true,
        Transaction: transaction?.ToString() ?? "",
        Network: request.Requirements.Network,
        Payer: PayerOf(request),
        Amount: amount.ToString());

    private static string? PayerOf(FacilitatorRequest request) =>
        (request.Payload.Payload as Permit2Payload)?.Authorization.From.ToString();
}
