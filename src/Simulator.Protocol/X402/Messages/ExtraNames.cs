namespace Simulator.Protocol.X402;

/// <summary>Member names of <see cref="PaymentRequirements.Extra"/>.</summary>
public static class ExtraNames
{
    /// <summary>The token's EIP-712 name.</summary>
    public const string Name = "name";

    /// <summary>The token's EIP-712 version.</summary>
    public const string Version = "version";

    /// <summary><see cref="Permit2"/>, or <c>eip3009</c> when absent.</summary>
    public const string AssetTransferMethod = "assetTransferMethod";

    /// <summary>upto: the account that will settle; the payer binds it into the witness.</summary>
    public const string FacilitatorAddress = "facilitatorAddress";

    /// <summary>Value of <see cref="AssetTransferMethod"/>.</summary>
    public const string Permit2 = "permit2";
}
