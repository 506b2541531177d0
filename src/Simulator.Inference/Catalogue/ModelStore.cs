using Simulator.Protocol.Ethereum;

namespace Simulator.Inference.Catalogue;

/// <summary>Models by reference and by content. Filled before a run, read by many threads during it.</summary>
public sealed class ModelStore
{
    private const int NearestShown = 3;

    private readonly SortedDictionary<string, ModelLookup.Found> byReference = new(StringComparer.Ordinal);
    private readonly SortedDictionary<Hash32, ModelBlob> byHash = [];

    /// <summary>Every reference in the store, in ordinal order.</summary>
    public IEnumerable<ModelLookup.Found> Models => byReference.Values;

    /// <summary>The models that lie beside the program, in its folder <c>models</c>.</summary>
    /// <exception cref="InvalidDataException">A shipped file is damaged; the message names it.</exception>
    public static ModelStore Shipped() => FromFolder(Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>Reads each <c>model.json</c> below a folder and checks the file it names against its SHA-256.</summary>
    /// <exception cref="InvalidDataException">A card or its file is damaged; the message names it.</exception>
    public static ModelStore FromFolder(string folder)
    {
        ModelStore store = new();
        if (!Directory.Exists(folder))
        {
            return store;
        }

        string[] cards = Directory.GetFiles(folder, "model.json", SearchOption.AllDirectories);
        foreach (string card in cards.Order(StringComparer.Ordinal))
        {
            (ModelReference reference, ModelBlob blob) = ModelCardFile.Load(card);
            if (!store.TryAdd(reference, blob))
            {
                throw new InvalidDataException($"{card}: {reference} is there twice, with different files");
            }
        }

        return store;
    }

    /// <summary>False when the reference already names other content: a published version never changes.</summary>
    public bool TryAdd(ModelReference reference, ModelBlob blob)
    {
        if (byReference.TryGetValue(reference.ToString(), out ModelLookup.Found? known))
        {
            return known.Blob.Equals(blob);
        }

        byReference.Add(reference.ToString(), new ModelLookup.Found(reference, blob));
        byHash.TryAdd(blob.Sha256, blob);
        return true;
    }

    public ModelLookup Find(string reference) =>
        byReference.TryGetValue(reference, out ModelLookup.Found? found)
            ? found
            : new ModelLookup.Unknown(reference, NearestTo(reference));

    public ModelBlob? FindBlob(Hash32 sha256) => byHash.GetValueOrDefault(sha256);

    private string[] NearestTo(string reference) =>
    [
        .. byReference.Keys
            .OrderBy(name => EditDistance.Between(reference, name))
            .ThenBy(name => name, StringComparer.Ordinal)
            .Take(NearestShown),
    ];
}
