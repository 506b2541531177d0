using Simulator.Protocol.Blobs;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>The request names the model whose blob id is stated.</summary>
internal static class ModelLink
{
    public static LinkResult Check(Receipt receipt)
    {
        if (receipt.Model is not { } model)
        {
            return LinkResult.Absent(ReceiptLink.Model, "a hosted model without a blob");
        }

        RequestLink.TryModel(receipt.Request, out string? asked);
        bool isBlobId = BlobId.TryParse(model.Name, out BlobId named, out _);
        FirstBreak found = new FirstBreak()
            .Require(asked == model.Name, LinkBreak.ModelNameMismatch)
            .Require(!isBlobId || named == model.Blob, LinkBreak.ModelBlobMismatch);
        return LinkResult.Of(
            ReceiptLink.Model,
            found.Reason,
            $"'{model.Name}' is stated to be {model.Repository} version {model.Version}, blob {model.Blob}");
    }
}
