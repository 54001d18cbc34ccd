// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/preflight.h"
#include "tests/support/printing.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>

#include <iterator>

using namespace milepost;
using namespace Qt::StringLiterals;
using Reason = Preflight::Reason;

namespace {

/// Folders as a test describes them.
class FakeFolders final : public Folders
{
public:
    FakeFolders() = default;
    explicit FakeFolders(const char *file, const char *folder = "")
        : m_files{QString::fromUtf8(file)}
        , m_folders{QString::fromUtf8(folder)}
    {
    }

    bool has(const QString &folder, Entry kind, const QString &name) const override
    {
        // The real ones look for the star themselves; here the entry is what the star stands for.
        const QString entry =
            (folder == u"/"_s ? QString() : folder) + u'/' + QString(name).replace(u'*', u"7f3a"_s);
        return (kind == Entry::File ? m_files : m_folders).contains(entry);
    }
    QString home() const override { return u"/people/ann"_s; }

private:
    QSet<QString> m_files;
    QSet<QString> m_folders;
};

constexpr const char *kRoot = "29 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw,errors=remount-ro\n";

Preflight judgeWith(const char *path, const QByteArray &lines, const FakeFolders &folders = {})
{
    return judge(QString::fromUtf8(path), kRoot + lines, folders);
}

struct Case
{
    const char *lines;
    const char *path;
    Fitness fitness;
    Reason reason;
    const char *value;
};

// What Linux prints for the kinds of mounts that a workspace may be put on.
constexpr Case kCases[] = {
    // Disks
    {"", "/people/ann/a.milepost", Fitness::Local, Reason::OwnDisk, "ext4"},
    {"40 29 259:2 / /people rw,relatime shared:30 - xfs /dev/nvme0n1p2 rw,attr2,inode64,logbufs=8,noquota\n",
     "/people/ann/a.milepost", Fitness::Local, Reason::OwnDisk, "xfs"},
    {"41 29 0:36 /@home /people rw,noatime shared:31 - btrfs /dev/mapper/luks-1c2d "
     "rw,compress=zstd:1,ssd,space_cache=v2,subvolid=257,subvol=/@home\n",
     "/people/ann/a.milepost", Fitness::Local, Reason::OwnDisk, "btrfs"},
    {"42 29 0:37 / /tank/home rw,relatime shared:32 - zfs tank/home rw,xattr,posixacl\n",
     "/tank/home/a.milepost", Fitness::Local, Reason::OwnDisk, "zfs"},
    {"43 29 259:3 / /data rw,lazytime - f2fs /dev/nvme1n1p1 rw,background_gc=on,mode=adaptive\n",
     "/data/a.milepost", Fitness::Local, Reason::OwnDisk, "f2fs"},
    {"44 29 0:38 / /pool rw,relatime - bcachefs /dev/sda:/dev/sdb rw,metadata_replicas=2\n",
     "/pool/a.milepost", Fitness::Local, Reason::OwnDisk, "bcachefs"},
    {"45 29 0:32 / /tmp rw,nosuid,nodev shared:14 - tmpfs tmpfs rw,nr_inodes=1048576,inode64\n",
     "/tmp/a.milepost", Fitness::Local, Reason::OwnDisk, "tmpfs"},
    {"46 29 8:1 / /media/ann/KEY rw,nosuid,nodev,relatime shared:40 - vfat /dev/sda1 "
     "rw,uid=1000,gid=1000,fmask=0022,codepage=437,iocharset=ascii,shortname=mixed,utf8,flush,errors=remount-"
     "ro\n",
     "/media/ann/KEY/a.milepost", Fitness::Local, Reason::OwnDisk, "vfat"},
    {"47 29 8:17 / /media/ann/Card rw,nosuid,nodev,relatime - exfat /dev/sdb1 rw,uid=1000,iocharset=utf8\n",
     "/media/ann/Card/a.milepost", Fitness::Local, Reason::OwnDisk, "exfat"},
    {"48 29 8:2 / /windows rw,relatime shared:41 - ntfs3 /dev/sda2 rw,uid=1000,gid=1000,iocharset=utf8\n",
     "/windows/a.milepost", Fitness::Local, Reason::OwnDisk, "ntfs3"},
    {"49 29 8:3 / /media/ann/Old\\040Disk rw,nosuid,nodev,relatime - fuseblk /dev/sda3 "
     "rw,user_id=0,group_id=0,default_permissions,allow_other,blksize=4096\n",
     "/media/ann/Old Disk/a.milepost", Fitness::Local, Reason::OwnDisk, "fuseblk"},
    {"50 29 0:45 / /people/ann rw,nosuid,nodev,relatime - ecryptfs /home/.ecryptfs/ann/.Private "
     "rw,ecryptfs_sig=1234,ecryptfs_cipher=aes,ecryptfs_key_bytes=16\n",
     "/people/ann/a.milepost", Fitness::Local, Reason::OwnDisk, "ecryptfs"},
    {"51 29 0:46 / / rw,relatime master:5 - overlay overlay "
     "rw,lowerdir=/var/lib/docker/overlay2/l/AB:/var/lib/docker/overlay2/l/CD,upperdir=/var/lib/docker/"
     "overlay2/1/"
     "diff,workdir=/var/lib/docker/overlay2/1/work\n",
     "/a.milepost", Fitness::Local, Reason::OwnDisk, "overlay"},
    {"52 29 7:3 / /snap/core22/1380 ro,nodev,relatime shared:50 - squashfs /dev/loop3 ro,errors=continue\n",
     "/snap/core22/1380/a.milepost", Fitness::Local, Reason::OwnDisk, "squashfs"},
    {"53 29 7:4 / /mnt/image rw,relatime - ext4 /dev/loop4 rw\n", "/mnt/image/a.milepost", Fitness::Local,
     Reason::OwnDisk, "ext4"},

    // SMB
    {"60 29 0:50 / /srv/team rw,relatime shared:60 - cifs //nas/team "
     "rw,vers=3.1.1,cache=strict,username=ann,uid=1000,forceuid,gid=1000,forcegid,addr=10.0.0.5,file_mode="
     "0755,"
     "dir_mode=0755,soft,nounix,serverino,mapposix,rsize=4194304,wsize=4194304,bsize=1048576,echo_interval="
     "60,"
     "actimeo=1,closetimeo=1\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=3.1.1"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team "
     "rw,vers=3.1.1,cache=none,username=ann,soft,nounix\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=3.1.1"},
    {"60 29 0:50 / /srv/team rw,relatime - smb3 //nas/team rw,vers=3.1.1,cache=strict,username=ann,nolease\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=3.1.1"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team "
     "rw,vers=3.1.1,cache=strict,serverino,forcemand,mapposix\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=3.1.1"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team "
     "rw,vers=3.1.1,cache=strict,username=ann,soft,nounix,serverino,mapposix,nobrl,rsize=4194304\n",
     "/srv/team/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "nobrl"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.0,nolock,cache=strict\n",
     "/srv/team/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "nolock"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.1.1,cache=loose,username=ann\n",
     "/srv/team/a.milepost", Fitness::Unfit, Reason::ReadsAreOld, "cache=loose"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.1.1,cache=singleclient\n",
     "/srv/team/a.milepost", Fitness::Unfit, Reason::ReadsAreOld, "cache=singleclient"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team rw,vers=1.0,cache=strict,unix,posixpaths\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "vers=1.0"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team rw,vers=2.1,cache=strict\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "vers=2.1"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team "
     "rw,vers=3.1.1,cache=strict,mapposix,nostrictsync\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "nostrictsync"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team rw,cache=strict,username=ann\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::KindUntried, "cifs"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/nobrl "
     "rw,vers=3.1.1,cache=strict,username=ann\\054nobrl\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=3.1.1"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.1.1,cache=ro\n", "/srv/team/a.milepost",
     Fitness::Unfit, Reason::ReadsAreOld, "cache=ro"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.1.1,cache=strict,fsc,serverino\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "fsc"},
    {"60 29 0:50 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.1.1,cache=strict,posix,serverino\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "posix"},

    // NFS
    {"61 29 0:51 / /srv/team rw,relatime shared:61 - nfs4 nas.example.com:/team "
     "rw,vers=4.2,rsize=1048576,wsize=1048576,namlen=255,hard,proto=tcp,timeo=600,retrans=2,sec=sys,"
     "clientaddr=10.0.0.7,local_lock=none,addr=10.0.0.5\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=4.2"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs4 [fd00::5]:/team rw,vers=4.1,hard,proto=tcp6,sec=krb5p,"
     "local_lock=none,addr=fd00::5\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=4.1"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs4 nas:/team rw,vers=4,hard,local_lock=none\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=4"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs4 nas:/team rw,vers=4.2,hard,local_lock=flock\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=4.2"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs4 nas:/team rw,vers=4.2,soft,local_lock=none\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "soft"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs nas:/volume1/team "
     "rw,vers=3,rsize=131072,wsize=131072,namlen=255,hard,proto=tcp,timeo=600,retrans=2,sec=sys,mountaddr=10."
     "0.0.5,"
     "mountvers=3,mountport=892,mountproto=udp,local_lock=none,addr=10.0.0.5\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "vers=3"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs nas:/team rw,vers=2,hard,proto=udp,local_lock=none\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "vers=2"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs nas:/team rw,vers=3,hard,nolock,proto=tcp,local_lock=all\n",
     "/srv/team/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "nolock"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs nas:/team rw,vers=3,hard,proto=tcp,local_lock=all\n",
     "/srv/team/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "local_lock=all"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs nas:/team rw,vers=3,hard,proto=tcp,local_lock=posix\n",
     "/srv/team/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "local_lock=posix"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs4 nas:/team rw,vers=4.2,hard,nocto,local_lock=none\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "nocto"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs4 nas:/team rw,vers=4.2,softerr,local_lock=none\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "softerr"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs4 nas:/team rw,vers=4.2,softreval,local_lock=none\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "softreval"},
    {"61 29 0:51 / /srv/team rw,relatime - nfs4 nas:/team rw,vers=4.2,fsc,local_lock=none\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::OptionUntried, "fsc"},

    // File systems in user space
    {"62 29 0:52 / /people/ann/mnt rw,nosuid,nodev,relatime shared:62 - fuse.sshfs ann@host:/srv "
     "rw,user_id=1000,group_id=1000\n",
     "/people/ann/mnt/a.milepost", Fitness::Unfit, Reason::KindWithoutLocks, "fuse.sshfs"},
    {"62 29 0:52 / /mnt/r rw,nosuid,nodev,relatime - fuse.rclone remote:team rw,user_id=1000,group_id=1000\n",
     "/mnt/r/a.milepost", Fitness::Unfit, Reason::KindWithoutLocks, "fuse.rclone"},
    {"62 29 0:52 / /run/user/1000/gvfs rw,nosuid,nodev,relatime shared:700 - fuse.gvfsd-fuse gvfsd-fuse "
     "rw,user_id=1000,group_id=1000\n",
     "/run/user/1000/gvfs/smb-share:server=nas,share=team/a.milepost", Fitness::Unfit,
     Reason::KindWithoutLocks, "fuse.gvfsd-fuse"},
    {"62 29 0:52 / /mnt/dav rw,nosuid,nodev,noexec,relatime - fuse https://cloud.example.com/remote.php/dav "
     "rw,user_id=1000,group_id=1000,allow_other,max_read=16384\n",
     "/mnt/dav/a.milepost", Fitness::Unfit, Reason::KindWithoutLocks,
     "https://cloud.example.com/remote.php/dav"},
    {"62 29 0:52 / /mnt/dav rw - davfs https://cloud.example.com/dav rw\n", "/mnt/dav/a.milepost",
     Fitness::Unfit, Reason::KindWithoutLocks, "davfs"},
    {"62 29 0:52 / /mnt/s3 rw,nosuid,nodev,relatime - fuse.s3fs s3fs rw,user_id=0,group_id=0,allow_other\n",
     "/mnt/s3/a.milepost", Fitness::Unfit, Reason::KindWithoutLocks, "fuse.s3fs"},
    {"62 29 0:52 / /people/ann/gd rw,nosuid,nodev,relatime - fuse.google-drive-ocamlfuse "
     "google-drive-ocamlfuse "
     "rw,user_id=1000,group_id=1000\n",
     "/people/ann/gd/a.milepost", Fitness::Unfit, Reason::KindWithoutLocks, "fuse.google-drive-ocamlfuse"},
    {"62 29 0:52 / /people/ann/pCloudDrive rw,nosuid,nodev,relatime - fuse pCloud.fs "
     "rw,user_id=1000,group_id=1000\n",
     "/people/ann/pCloudDrive/a.milepost", Fitness::Unfit, Reason::KindWithoutLocks, "pCloud.fs"},
    {"62 29 0:52 / /mnt/pool rw,relatime - fuse.mergerfs 1:2 rw,user_id=0,group_id=0,allow_other\n",
     "/mnt/pool/a.milepost", Fitness::Untried, Reason::KindUntried, "fuse.mergerfs"},
    {"62 29 0:52 / /mnt/x rw,nosuid,nodev - fuse bucket rw,user_id=1000,group_id=1000\n", "/mnt/x/a.milepost",
     Fitness::Untried, Reason::KindUntried, "fuse"},
    {"62 29 0:52 / /mnt/dav rw - fuse http://nas/dav rw,user_id=0,max_read=16384\n", "/mnt/dav/a.milepost",
     Fitness::Unfit, Reason::KindWithoutLocks, "http://nas/dav"},

    // Folders of the machine round a virtual one
    {"63 29 0:53 / /media/sf_team rw,nodev,relatime - vboxsf team rw,iocharset=utf8,uid=0,gid=999\n",
     "/media/sf_team/a.milepost", Fitness::Unfit, Reason::KindWithoutLocks, "vboxsf"},
    {"63 29 0:53 / /mnt/hgfs rw,nosuid,nodev,relatime - fuse.vmhgfs-fuse vmhgfs-fuse "
     "rw,user_id=0,allow_other\n",
     "/mnt/hgfs/team/a.milepost", Fitness::Unfit, Reason::KindWithoutLocks, "fuse.vmhgfs-fuse"},
    {"63 29 0:53 / /host rw,relatime - virtiofs host rw\n", "/host/a.milepost", Fitness::Untried,
     Reason::KindUntried, "virtiofs"},
    {"63 29 0:53 / /host rw,relatime - 9p host rw,access=client,msize=262144,trans=virtio\n",
     "/host/a.milepost", Fitness::Untried, Reason::KindUntried, "9p"},
    {"63 29 0:53 / /host rw,relatime - 9p host rw,cache=mmap,access=client,trans=virtio\n",
     "/host/a.milepost", Fitness::Unfit, Reason::ReadsAreOld, "cache=mmap"},
    {"63 29 0:53 / /host rw,relatime - 9p host rw,cache=0xf,access=client,trans=virtio\n", "/host/a.milepost",
     Fitness::Unfit, Reason::ReadsAreOld, "cache=0xf"},
    {"63 29 0:53 / /host rw,relatime - 9p host rw,loose,access=client,trans=virtio\n", "/host/a.milepost",
     Fitness::Unfit, Reason::ReadsAreOld, "loose"},
    {"63 29 0:53 / /host rw,relatime - 9p host rw,cache=none,trans=virtio\n", "/host/a.milepost",
     Fitness::Untried, Reason::KindUntried, "9p"},
    {"63 29 0:53 / /media/psf/Home rw,nosuid,nodev,noatime - prl_fs Home rw,share\n",
     "/media/psf/Home/a.milepost", Fitness::Untried, Reason::KindUntried, "prl_fs"},

    // Clusters, and what nobody has heard of
    {"64 29 0:54 / /ceph rw,relatime - ceph 10.0.0.1:6789:/ rw,name=admin,secret=<hidden>,acl\n",
     "/ceph/a.milepost", Fitness::Untried, Reason::KindUntried, "ceph"},
    {"64 29 0:54 / /gv0 rw,relatime - fuse.glusterfs node1:/gv0 rw,user_id=0,allow_other,max_read=131072\n",
     "/gv0/a.milepost", Fitness::Untried, Reason::KindUntried, "fuse.glusterfs"},
    {"64 29 0:54 / /lustre rw,relatime - lustre 10.0.0.1@tcp:/fs rw,flock,lazystatfs\n", "/lustre/a.milepost",
     Fitness::Untried, Reason::KindUntried, "lustre"},
    {"64 29 0:54 / /lustre rw,relatime - lustre 10.0.0.1@tcp:/fs rw,localflock,lazystatfs\n",
     "/lustre/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "localflock"},
    {"64 29 253:5 / /gfs2 rw,relatime - gfs2 /dev/mapper/vg-lv rw,localflocks\n", "/gfs2/a.milepost",
     Fitness::Unfit, Reason::LocksStayHere, "localflocks"},
    {"64 29 253:5 / /gfs2 rw,relatime - gfs2 /dev/mapper/vg-lv rw\n", "/gfs2/a.milepost", Fitness::Untried,
     Reason::KindUntried, "gfs2"},
    {"64 29 0:54 / /pvfs rw,relatime - pvfs2 tcp://10.0.0.1:3334/orangefs rw,local_lock\n",
     "/pvfs/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "local_lock"},
    {"64 29 0:54 / /afs rw,relatime - afs AFS rw\n", "/afs/example.com/a.milepost", Fitness::Unfit,
     Reason::KindWithoutLocks, "afs"},
    {"64 29 0:54 / /afs rw,relatime - afs #example.com:root.cell. rw,flock=write\n", "/afs/a.milepost",
     Fitness::Untried, Reason::OptionUntried, "flock=write"},
    {"64 29 0:54 / /mnt rw,relatime - beegfs beegfs_nodev rw,cfgFile=/etc/beegfs/beegfs-client.conf\n",
     "/mnt/a.milepost", Fitness::Untried, Reason::KindUntried, "beegfs"},
    {"64 29 0:54 / /mnt rw,relatime - newfs thing rw\n", "/mnt/a.milepost", Fitness::Untried,
     Reason::KindUntried, "newfs"},
    {"63 29 0:53 / /host rw,relatime - 9p host rw,fscache,access=client,trans=virtio\n", "/host/a.milepost",
     Fitness::Unfit, Reason::ReadsAreOld, "fscache"},
    {"63 29 0:53 / /host rw,relatime - 9p host rw,mmap,access=client,trans=virtio\n", "/host/a.milepost",
     Fitness::Unfit, Reason::ReadsAreOld, "mmap"},
    {"63 29 0:53 / /host rw,relatime - 9p host rw,readahead,access=client,trans=virtio\n", "/host/a.milepost",
     Fitness::Unfit, Reason::ReadsAreOld, "readahead"},
    {"64 29 0:54 / /lustre rw,relatime - lustre 10.0.0.1@tcp:/fs rw,noflock\n", "/lustre/a.milepost",
     Fitness::Unfit, Reason::LocksStayHere, "noflock"},
    {"64 29 0:54 / /afs rw,relatime - afs #example.com:root.cell. rw,flock=strict\n", "/afs/a.milepost",
     Fitness::Untried, Reason::OptionUntried, "flock=strict"},

    // Mounts on mounts
    {"65 29 0:55 / /srv/team rw,relatime shared:65 - autofs systemd-1 "
     "rw,fd=61,pgrp=1,timeout=0,minproto=5,maxproto=5,direct,pipe_ino=21123\n",
     "/srv/team/a.milepost", Fitness::Untried, Reason::KindUntried, "autofs"},
    {"65 29 0:55 / /srv/team rw,relatime shared:65 - autofs systemd-1 rw,fd=61,pgrp=1,timeout=0,direct\n"
     "66 65 0:56 / /srv/team rw,relatime shared:66 - nfs4 nas:/team rw,vers=4.2,hard,local_lock=none\n",
     "/srv/team/a.milepost", Fitness::Fit, Reason::Measured, "vers=4.2"},
    {"65 29 0:55 / /net rw,relatime - autofs /etc/auto.net rw,fd=7,pgrp=900,timeout=300,indirect\n"
     "66 65 0:56 / /net/nas/team rw,nosuid,nodev,relatime - nfs nas:/team rw,vers=3,nolock,local_lock=all\n",
     "/net/nas/team/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "nolock"},
    {"65 29 0:55 / /srv/team rw,relatime - nfs4 nas:/team rw,vers=4.2,hard,local_lock=none\n"
     "66 65 0:56 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.1.1,cache=strict,nobrl\n",
     "/srv/team/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "nobrl"},
    {"65 29 0:55 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.1.1,cache=strict,nobrl\n"
     "66 65 8:9 / /srv/team/scratch rw,relatime - ext4 /dev/sdc1 rw\n",
     "/srv/team/scratch/a.milepost", Fitness::Local, Reason::OwnDisk, "ext4"},
    {"65 29 8:9 / /srv/team/scratch rw,relatime - ext4 /dev/sdc1 rw\n"
     "66 29 0:56 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.1.1,cache=strict,nobrl\n",
     "/srv/team/scratch/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "nobrl"},
    {"65 29 0:55 / /mnt/nas rw,relatime shared:65 - cifs //nas/all rw,vers=3.1.1,cache=strict,nobrl\n"
     "66 29 0:55 /okr/2026 /people/ann/Team\\040Übersicht rw,relatime shared:65 - cifs //nas/all "
     "rw,vers=3.1.1,cache=strict,nobrl\n",
     "/people/ann/Team Übersicht/a.milepost", Fitness::Unfit, Reason::LocksStayHere, "nobrl"},
    {"65 29 254:0 /srv/real /mnt/bound rw,relatime shared:1 - ext4 /dev/vda1 rw,errors=remount-ro\n",
     "/mnt/bound/a.milepost", Fitness::Local, Reason::OwnDisk, "ext4"},
    {"65 29 0:55 / /srv/team rw,relatime - cifs //nas/team rw,vers=3.1.1,nobrl\n", "/srv/teams/a.milepost",
     Fitness::Local, Reason::OwnDisk, "ext4"},
};

} // namespace

TEST_CASE("each kind of mount has its verdict and what speaks for it", "[mounts]")
{
    const Case one = GENERATE(from_range(std::begin(kCases), std::end(kCases)));
    CAPTURE(one.lines, one.path);

    const Preflight verdict = judgeWith(one.path, one.lines);

    CHECK(wordOf(verdict.fitness) == wordOf(one.fitness));
    CHECK(verdict.reason == one.reason);
    CHECK(verdict.value == QString::fromUtf8(one.value));
}

TEST_CASE("kinds of file systems that need no option are known by their names", "[mounts]")
{
    struct Kinds
    {
        const char *names;
        Fitness fitness;
    };
    const auto one = GENERATE(
        Kinds{"ext2 ext3 ext4 xfs btrfs zfs f2fs bcachefs jfs reiserfs nilfs2 vfat msdos exfat ntfs ntfs3 "
              "fuseblk hfs "
              "hfsplus udf iso9660 tmpfs ramfs rootfs overlay aufs ecryptfs squashfs erofs",
              Fitness::Local},
        Kinds{"fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.s3fs fuse.goofys fuse.gcsfuse davfs davfs2 "
              "fuse.davfs "
              "fuse.davfs2 fuse.google-drive-ocamlfuse fuse.onedriver vboxsf fuse.vmhgfs-fuse afs",
              Fitness::Unfit},
        Kinds{"cifs smb3 nfs nfs4 9p virtiofs ceph fuse.ceph fuse.ceph-fuse fuse.glusterfs gfs2 ocfs2 lustre "
              "beegfs "
              "pvfs2 orangefs prl_fs fuse fuse.bindfs fuse.gocryptfs fuse.portal fuse.juicefs autofs ext5",
              Fitness::Untried});

    for (const QByteArray &name : QByteArray(one.names).split(' ')) {
        CAPTURE(name);
        const Preflight verdict =
            judgeWith("/srv/a.milepost", "60 29 0:50 / /srv rw - " + name + " source rw\n");
        CHECK(wordOf(verdict.fitness) == wordOf(one.fitness));
        CHECK(verdict.value == QString::fromLatin1(name));
    }
}

TEST_CASE("nothing is called fit that was not tried with real servers", "[mounts]")
{
    for (const Case &one : kCases)
        if (one.fitness == Fitness::Fit)
            CHECK(QString::fromUtf8(one.value).startsWith(u"vers="_s));
    const auto *const kind =
        GENERATE("cifs", "smb3", "nfs", "nfs4", "ceph", "fuse.sshfs", "", "NFS4", "nfs4 ");

    const Preflight verdict =
        judgeWith("/srv/a.milepost", "60 29 0:50 / /srv rw - "_ba + kind + " nas:/team rw\n");

    CHECK(verdict.fitness != Fitness::Fit);
    CHECK(verdict.fitness != Fitness::Local);
}

TEST_CASE("a system that does not say what is mounted leaves the place untried", "[mounts]")
{
    const auto *const text = GENERATE("", "\n", "no mountinfo at all\n", "29 1 254:0 / / rw");

    const Preflight verdict = judge(u"/srv/a.milepost"_s, text, FakeFolders());

    CHECK(verdict == Preflight{Fitness::Untried, Reason::MountsUnreadable});
}

TEST_CASE("mountinfo that is cut anywhere in its last line leaves the place untried", "[mounts]")
{
    const QByteArray line = "60 29 0:50 / /srv rw - cifs //nas/team rw,vers=3.1.1,cache=strict,nobrl\n";
    REQUIRE(judgeWith("/srv/a.milepost", line).fitness == Fitness::Unfit);

    for (qsizetype length = 1; length < line.size(); ++length)
        CHECK(judgeWith("/srv/a.milepost", line.first(length)).reason == Reason::MountsUnreadable);
}

TEST_CASE("a path that no mount holds is untried for that reason", "[mounts]")
{
    const Preflight verdict =
        judge(u"/srv/a.milepost"_s, "41 40 0:41 / /mnt rw - nfs4 nas:/team rw,vers=4.2\n", FakeFolders());

    CHECK(verdict == Preflight{Fitness::Untried, Reason::MountUnknown, u"/srv/a.milepost"_s});
}

TEST_CASE("a folder that a sync program has marked is synced, however deep the file lies in it", "[mounts]")
{
    struct Marked
    {
        const char *file;
        const char *folder;
        const char *program;
    };
    const auto one = GENERATE(Marked{"/people/ann/Box/.dropbox", "", "Dropbox"},
                              Marked{"", "/people/ann/Box/.dropbox.cache", "Dropbox"},
                              Marked{"", "/people/ann/Box/.maestral.cache", "Dropbox"},
                              Marked{"/people/ann/Box/.sync_7f3a.db", "", "Nextcloud"},
                              Marked{"/people/ann/Box/._sync_7f3a.db", "", "Nextcloud"},
                              Marked{"/people/ann/Box/.owncloudsync.log", "", "ownCloud"},
                              Marked{"/people/ann/Box/.csync_journal.db", "", "ownCloud"},
                              Marked{"", "/people/ann/Box/.stfolder", "Syncthing"},
                              Marked{"/people/ann/Box/.stfolder", "", "Syncthing"},
                              Marked{"", "/people/ann/Box/.seafile-data", "Seafile"},
                              Marked{"", "/people/ann/Box/.tmp.drivedownload", "Google Drive"},
                              Marked{"", "/people/ann/Box/.tmp.driveupload", "Google Drive"},
                              Marked{"/people/ann/Box/.megaignore", "", "MEGA"},
                              Marked{"", "/people/ann/Box/.debris", "MEGA"},
                              Marked{"/people/ann/Box/.sync/ID", "", "Resilio Sync"},
                              Marked{"/people/ann/Box/.sync/IgnoreList", "", "Resilio Sync"},
                              Marked{"", "/.stfolder", "Syncthing"});
    const auto *const path =
        GENERATE("/people/ann/Box/a.milepost", "/people/ann/Box/one/two/three/a.milepost");
    CAPTURE(one.file, one.folder, path);

    const Preflight verdict = judgeWith(path, {}, FakeFolders(one.file, one.folder));

    CHECK(verdict == Preflight{Fitness::Synced, Reason::SyncMarker, QString::fromUtf8(one.program)});
}

TEST_CASE("the settings of sync programs are no marks, nor are those of folders beside", "[mounts]")
{
    struct Unmarked
    {
        const char *file;
        const char *folder;
    };
    const auto one =
        GENERATE(Unmarked{"", "/people/ann/.dropbox"}, Unmarked{"", "/people/ann/work/.sync"},
                 Unmarked{"/people/ann/Box/.dropbox", ""}, Unmarked{"", "/people/ann/works/.stfolder"},
                 Unmarked{"/people/ann/work/.sync_7f3a.db-wal", ""},
                 Unmarked{"", "/people/ann/work/a.milepost/.stfolder"});
    CAPTURE(one.file, one.folder);

    CHECK(judgeWith("/people/ann/work/a.milepost", {}, FakeFolders(one.file, one.folder)).fitness ==
          Fitness::Local);
}

TEST_CASE("a folder in one's home that is called as a sync program calls its own is synced", "[mounts]")
{
    struct Named
    {
        const char *path;
        const char *program;
    };
    const auto one = GENERATE(Named{"/people/ann/OneDrive/a.milepost", "OneDrive"},
                              Named{"/people/ann/OneDrive/okr/2026/a.milepost", "OneDrive"},
                              Named{"/people/ann/OneDrive - Example Ltd/a.milepost", "OneDrive"},
                              Named{"/people/ann/pCloudDrive/a.milepost", "pCloud"},
                              Named{"/people/ann/Insync/a.milepost", "Insync"},
                              Named{"/people/ann/Google Drive/a.milepost", "Google Drive"},
                              Named{"/people/ann/MEGA/a.milepost", "MEGA"},
                              Named{"/people/ann/Seafile/Library/a.milepost", "Seafile"});
    CAPTURE(one.path);

    const Preflight verdict = judgeWith(one.path, {});

    CHECK(verdict == Preflight{Fitness::Synced, Reason::SyncName, QString::fromUtf8(one.program)});
}

TEST_CASE("a name counts only for a whole folder right in one's home", "[mounts]")
{
    const auto *const path = GENERATE(
        "/people/ann/OneDriver/a.milepost", "/people/ann/work/OneDrive/a.milepost", "/people/ann/OneDrive",
        "/people/anna/OneDrive/a.milepost", "/srv/OneDrive/a.milepost", "/people/ann/onedrive/a.milepost");
    CAPTURE(path);

    CHECK(judgeWith(path, {}).fitness == Fitness::Local);
}

TEST_CASE("a sync program counts more than a share that is fit or untried, and less than one that is unfit",
          "[mounts]")
{
    struct Both
    {
        const char *line;
        Fitness fitness;
    };
    const auto one =
        GENERATE(Both{"60 29 0:50 / /srv rw - nfs4 nas:/team rw,vers=4.2,local_lock=none\n", Fitness::Synced},
                 Both{"60 29 0:50 / /srv rw - ceph 10.0.0.1:/ rw\n", Fitness::Synced},
                 Both{"60 29 0:50 / /srv rw - cifs //nas/team rw,vers=3.1.1,nobrl\n", Fitness::Unfit});
    CAPTURE(one.line);

    const Preflight verdict =
        judgeWith("/srv/team/a.milepost", one.line, FakeFolders("", "/srv/team/.stfolder"));

    CHECK(wordOf(verdict.fitness) == wordOf(one.fitness));
}

TEST_CASE("a synced folder is seen although the mounts cannot be read", "[mounts]")
{
    const FakeFolders folders("", "/people/ann/Sync/.stfolder");

    CHECK(judge(u"/people/ann/Sync/a.milepost"_s, {}, folders).fitness == Fitness::Synced);
}

TEST_CASE("real folders are looked at through symbolic links and before the file exists", "[mounts]")
{
    QTemporaryDir box;
    REQUIRE(box.isValid());
    const QDir top(box.path());
    REQUIRE(top.mkpath(u"cloud/okr"_s));
    REQUIRE(QFile::link(top.filePath(u"cloud/okr"_s), top.filePath(u"link"_s)));
    const Preflight before = preflightOf(top.filePath(u"link/a.milepost"_s));
    QFile mark(top.filePath(u"cloud/okr/.sync_0a1b2c.db"_s));
    REQUIRE(mark.open(QIODevice::WriteOnly));

    const Preflight verdict = preflightOf(top.filePath(u"link/a.milepost"_s));
    const Preflight deeper = preflightOf(top.filePath(u"link/not/yet/a.milepost"_s));

    CHECK(before.fitness != Fitness::Synced);
    CHECK(verdict == Preflight{Fitness::Synced, Reason::SyncMarker, u"Nextcloud"_s});
    CHECK(deeper == verdict);
}

TEST_CASE("this machine's own mounts are readable", "[mounts]")
{
    // A folder that is a mount wherever this can run: in a changed root the root itself may be none.
    const Preflight verdict = preflightOf(u"/proc/a.milepost"_s);

    CHECK(verdict.reason != Reason::MountsUnreadable);
    CHECK(verdict.reason != Reason::MountUnknown);
}
