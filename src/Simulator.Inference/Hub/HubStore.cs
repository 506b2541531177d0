using Simulator.Inference.Catalogue;
using Simulator.Inference.Inspection;

namespace Simulator.Inference.Hub;

/// <summary>A local model store: repositories as JSON, files by the id of their content.</summary>
/// <remarks>
/// A folder with <c>blobs/ID</c> and <c>repositories/NAME.json</c>. Every file is written beside its place and then
/// moved, the blob before the repository that names it, so that a crash leaves at worst a blob that nobody names.
/// </remarks>
public sealed class HubStore(string folder)
{
    public const long LargestModel = OnnxFile.LargestFile;

    private const string Lock = "lock";
    private const int LongestRepository = 64 << 20;

    public string Folder => folder;

    /// <summary>Every repository, in ordinal order of the names; none where the folder does not exist.</summary>
    /// <exception cref="InvalidDataException">A repository's file is damaged; the message names it.</exception>
    public IReadOnlyList<HubRepository> List() => !Directory.Exists(Repositories) ? [] :
    [
        .. Directory.GetFiles(Repositories, "*.json").Order(StringComparer.Ordinal).Select(Load),
    ];

    /// <summary>Null when there is none of that name.</summary>
    /// <exception cref="InvalidDataException">Its file is damaged.</exception>
    public HubRepository? Find(string name)
    {
        string path = PathOf(name);
        return HubRepository.IsAllowed(name) && File.Exists(path) ? Load(path) : null;
    }

    /// <summary>Checks a file and publishes it as the next version of a repository, which begins with it if need be.</summary>
    /// <param name="addition">What to add, and as what.</param>
    /// <exception cref="IOException">The store cannot be written, or another process writes to it.</exception>
    public HubAddition Add(HubCandidate addition)
    {
        if (!HubRepository.IsAllowed(addition.Repository))
        {
            return Refuse(HubRefusal.NameNotAllowed, "a name is lower-case letters, digits and hyphens, at most 64");
        }

        (ModelFormat format, HubAddition.Refused? refusal) = FormatOf(addition);
        if (refusal is not null)
        {
            return refusal;
        }

        ModelBlob blob = ModelBlob.Of(addition.Content);
        OnnxVerdict? verdict = format == ModelFormat.Onnx ? OnnxCheck.Open(blob) : null;
        if (verdict is OnnxVerdict.Refused refused)
        {
            return Refuse(refused.Reason, refused.Detail);
        }

        Directory.CreateDirectory(folder);
        using FileStream held = Hold();
        return Publish(addition, blob, format, (verdict as OnnxVerdict.Accepted)?.Report);
    }

    /// <summary>Looks whether a file of a release still is what it was.</summary>
    public BlobCondition ConditionOf(HubFile file)
    {
        string path = BlobPath(file.BlobId);
        if (!File.Exists(path))
        {
            return BlobCondition.Missing;
        }

        using FileStream content = File.OpenRead(path);
        return Protocol.Blobs.BlobId.Of(content).ToString() == file.BlobId ? BlobCondition.Whole : BlobCondition.Corrupted;
    }

    /// <summary>A stored file's bytes, whatever their condition.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public byte[] ContentOf(HubFile file) => File.ReadAllBytes(BlobPath(file.BlobId));

    /// <summary>Every version that the network would execute, as scenarios name it.</summary>
    /// <exception cref="InvalidDataException">A repository's file is damaged.</exception>
    public IEnumerable<string> References() =>
        from repository in List()
        from release in repository.Releases
        where release.Files.Any(file => file.IsExecutable)
        select $"{repository.Name}@{release.Version}";

    /// <summary>Reads a version's model. Null when the store has no such version.</summary>
    /// <exception cref="InvalidDataException">The blob is missing or corrupted; the message says which.</exception>
    public ModelBlob? Read(ModelReference reference)
    {
        HubRelease? release = VersionLabel.TryParse(reference.Version, out VersionLabel version)
            ? Find(reference.Name)?.Find(version)
            : null;
        if (release?.Files.FirstOrDefault(file => file.IsExecutable) is not { } model)
        {
            return null;
        }

        BlobCondition condition = ConditionOf(model);
        return condition == BlobCondition.Whole
            ? ModelBlob.Of(ContentOf(model))
            : throw new InvalidDataException(
                $"{reference}: blob {model.BlobId} in '{folder}' is {(condition == BlobCondition.Missing ? "missing" : "corrupted")}");
    }

    private string Repositories => Path.Combine(folder, "repositories");

    private string PathOf(string name) => Path.Combine(Repositories, name + ".json");

    private string BlobPath(string blobId) => Path.Combine(folder, "blobs", blobId);

    private static (ModelFormat Format, HubAddition.Refused? Refusal) FormatOf(HubCandidate addition)
    {
        if (addition.Content.Length == 0)
        {
            return (ModelFormat.Unset, Refuse(HubRefusal.EmptyFile, "the file has no bytes"));
        }

        ModelFormat format = ModelFormats.Recognise(addition.Content);
        bool isCalledOnnx = Path.GetExtension(addition.FileName).Equals(".onnx", StringComparison.OrdinalIgnoreCase);
        if (format != ModelFormat.Unset || isCalledOnnx)
        {
            // Whatever is called ONNX and is nothing else is checked as such, so that the refusal says what is wrong.
            return (format == ModelFormat.Unset ? ModelFormat.Onnx : format, null);
        }

        string known = string.Join(", ", Enum.GetValues<ModelFormat>().Skip(1).Select(ModelFormats.NameOf));
        return (ModelFormat.Unset, Refuse(HubRefusal.NotAModel, $"the content is none of {known}"));
    }

    private HubAddition Publish(HubCandidate addition, ModelBlob blob, ModelFormat format, OnnxReport? report)
    {
        HubRepository repository = Find(addition.Repository)
            ?? new HubRepository(addition.Repository, addition.Description ?? "", []);
        bool isNewBlob = KeepBlob(blob);
        if (repository.With(blob.BlobId) is { } known)
        {
            return new HubAddition.AlreadyThere(repository, known, isNewBlob);
        }

        HubFile file = new(Path.GetFileName(addition.FileName), format, blob.Content.Length, blob.BlobId);
        HubRepository published = repository.Publish(addition.Notes, addition.IsMajor, file);
        WriteWhole(PathOf(published.Name), RepositoryFile.Write(published));
        return new HubAddition.Added(published, file, isNewBlob, report);
    }

    // A blob that has gone bad is replaced by the good one at hand.
    private bool KeepBlob(ModelBlob blob)
    {
        HubFile file = new("", ModelFormat.Unset, blob.Content.Length, blob.BlobId);
        bool isNew = ConditionOf(file) != BlobCondition.Whole;
        if (isNew)
        {
            WriteWhole(BlobPath(blob.BlobId), blob.Content);
        }

        return isNew;
    }

    private static void WriteWhole(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string beside = path + ".new";
        using (FileStream stream = new(beside, FileMode.Create, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    private FileStream Hold()
    {
        try
        {
            return new FileStream(Path.Combine(folder, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (File.Exists(Path.Combine(folder, Lock)))
        {
            throw new IOException($"another process is writing to the model store '{folder}'", problem);
        }
    }

    private static HubRepository Load(string path) =>
        new FileInfo(path).Length <= LongestRepository
            ? RepositoryFile.Read(File.ReadAllBytes(path), path)
            : throw new InvalidDataException($"{path}: larger than {LongestRepository} bytes");

    private static HubAddition.Refused Refuse(HubRefusal reason, string detail) => new(reason, detail);
}
