using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>Builds the extra members that servers put into their requirements.</summary>
public static class RequirementsExtra
{
    /// <summary>For <c>upto</c>, and for <c>exact</c> by Permit2 with a null facilitator.</summary>
    public static JsonText Permit2(string tokenName, string tokenVersion, Address? facilitator)
    {
        JsonTextWriter writer = new();
        writer.Object()
            .Text(ExtraNames.Name, tokenName)
            .Text(ExtraNames.Version, tokenVersion)
            .Text(ExtraNames.AssetTransferMethod, ExtraNames.Permit2)
            .OptionalText(ExtraNames.FacilitatorAddress, facilitator?.ToString())
            .End();
        return JsonText.From(writer);
    }

    /// <summary>For <c>exact</c> by EIP-3009.</summary>
    public static JsonText Eip3009(string tokenName, string tokenVersion)
    {
        JsonTextWriter writer = new();
        writer.Object().Text(ExtraNames.Name, tokenName).Text(ExtraNames.Version, tokenVersion).End();
        return JsonText.From(writer);
    }
}
