using Simulator.Actors.Storage.Http;
using Simulator.Kernel;

namespace Simulator.Actors.Storage;

/// <summary>Message types of storage: numbers 230 to 259.</summary>
internal static class StorageMessages
{
    public static void AddTo(MessageCatalogue catalogue)
    {
        catalogue.Add<PutBlob>();
        catalogue.Add<PutBlobReply>();
        catalogue.Add<GetBlob>();
        catalogue.Add<GetBlobReply>();
        catalogue.Add<StoreReplica>();
        catalogue.Add<ReplicaStored>();
        catalogue.Add<PublicationTimedOut>();
        catalogue.Add<BlobFetchTimedOut>();
        catalogue.Add<FetchRetryDue>();
    }
}
