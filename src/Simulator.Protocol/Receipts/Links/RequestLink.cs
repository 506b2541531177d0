using System.Text;
using System.Text.Json;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>keccak(canonical request) is the stated hash.</summary>
internal static class RequestLink
{
    private const int DepthMax = 64;

    public static LinkResult Check(Receipt receipt)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(receipt.Request.Canonical);
        FirstBreak found = new FirstBreak()
            .Require(TryModel(receipt.Request, out string? model), LinkBreak.RequestNotAnObject)
            .Require(() => Keccak256.Hash(bytes) == receipt.Request.Hash, LinkBreak.RequestHashMismatch);
        return LinkResult.Of(
            ReceiptLink.Request,
            found.Reason,
            $"{bytes.Length} canonical bytes for model '{model}' hash to {receipt.Request.Hash}");
    }

    /// <summary>The request's member <c>model</c>; false when the request is no JSON object.</summary>
    public static bool TryModel(ReceiptRequest request, out string? model)
    {
        model = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(request.Canonical, new() { MaxDepth = DepthMax });
            bool isObject = document.RootElement.ValueKind == JsonValueKind.Object;
            bool hasModel = isObject && document.RootElement.TryGetProperty("model", out JsonElement member)
                && member.ValueKind == JsonValueKind.String;
            model = hasModel ? document.RootElement.GetProperty("model").GetString() : null;
            return isObject;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
