using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Actors.Rpc;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>Message types of evidence settlement: numbers 300 to 329.</summary>
internal static class EvidenceMessages
{
    public static void AddTo(MessageCatalogue catalogue)
    {
        catalogue.Add<PostSettleData>();
        catalogue.Add<SettleDataReply>();
        catalogue.Add<GetTransactionCount>();
        catalogue.Add<GetTransactionCountReply>();
        catalogue.Add<FlushDue>();
        catalogue.Add<EvidenceCallTimedOut>();
        catalogue.Add<UploadRetryDue>();
        catalogue.Add<EvidenceSigned>();
        catalogue.Add<EvidenceReceiptDue>();
        catalogue.Add<TreeBuilt>();
    }
}
